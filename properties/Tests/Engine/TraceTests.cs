using System.Text;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tests.Faulty;
using IoSpec.Tests.Support;
using IoSpec.Tests.Toy;
using Xunit;

namespace IoSpec.Tests.Engine;

public sealed class TraceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iospec-trace-");

    [Fact]
    public void What_was_recorded_is_judged_as_it_was_when_it_ran()
    {
        JudgesAsItRan<ToyTarget>(300);
        JudgesAsItRan<SumsOnce>(300);
        JudgesAsItRan<LendsTwice>(300);
    }

    [Fact]
    public void A_worker_records_what_this_process_does()
    {
        var settings = Campaigns.Settings(100) with { Record = Path.Combine(_folder.FullName, "worker") };
        new Campaign(new ToyArea(), settings, null).RunInWorkers(FaultyTargets.Of<SumsOnce>(), Campaigns.Worker);
        Assert.Equal(Texts(Record<SumsOnce>(100).Files), Texts(Files("worker")), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Cases_that_are_run_again_are_not_recorded_and_need_no_time(bool isInWorker)
    {
        using var source = Recording(isInWorker);
        source.Run(0, 2, () => true);
        var recorded = File.ReadAllText(Assert.Single(Files("again")));
        Assert.Equal(5ul, source.RunAgain(0, 5).Evidence.CasesRun);
        Assert.Equal(recorded, File.ReadAllText(Assert.Single(Files("again"))));
        source.Run(256, 2, () => true);
        Assert.Equal(2, Files("again").Length);
    }

    [Fact]
    public void A_loss_is_recorded_with_the_operations_that_led_to_it_and_judged()
    {
        var settings = Campaigns.Settings(BlockRunner.Size, seed: SeedThatLosesWhatAims()) with
        {
            Record = Path.Combine(_folder.FullName, "worker"),
        };
        var ran = new Campaign(new ToyArea(), settings, null)
            .RunInWorkers(FaultyTargets.Of<EndsProcessLate>(), Campaigns.Worker);
        var bytes = File.ReadAllBytes(Assert.Single(Files("worker")));
        var (reader, at, lost) = (Reader(bytes), 0L, new List<long>());
        while (reader.Next() is { } line)
        {
            if (line is TraceLine.Start start) at = start.Case;
            if (line is not TraceLine.Lost loss) continue;
            lost.Add(at);
            Assert.Equal(Loss.Crashed, loss.Kind);
            Assert.Equal(loss.Operations.Count, EndsProcessLate.EndsWith(loss.Operations));
        }

        // Also a case that aims is planned again as it had been planned.
        Assert.Contains(lost, Aim.IsFor);
        var judge = Judge(bytes);
        Assert.Equal("", judge.Doubt);
        // What was not drawn is in no record.
        ran.Evidence.Avoided = 0;
        Assert.Equal(ResultText.Of(ran.Evidence), ResultText.Of(judge.Result.Evidence));
        var failure = Assert.Single(judge.Result.Failures);
        Assert.Equal("TOY-LIVE-01/crashed/borrow/missing", failure.Signature.ToString());
        Assert.Equal(Verdict.Crash, FailureVerdict.RawOf(new ToyArea(), failure));
        Assert.Equal(ran.Failures[0].Case, failure.Case);
    }

    [Fact]
    public void A_trace_without_its_end_leaves_everything_in_doubt()
    {
        var lines = Lines<ToyTarget>(3);
        for (var kept = 1; kept < lines.Length; kept++)
        {
            var judge = Judge([.. lines.Take(kept)]);
            Assert.Equal($"trace:{kept.ToText()}: the trace ends here without its last line", judge.Doubt);
        }
    }

    [Fact]
    public void Lines_that_are_missing_or_in_another_order_are_found()
    {
        var lines = Lines<ToyTarget>(2);
        for (var i = 1; i < lines.Length - 1; i++)
        {
            string[] without = [.. lines.Take(i), .. lines.Skip(i + 1)];
            string[] swapped = [.. lines.Take(i), lines[i + 1], lines[i], .. lines.Skip(i + 2)];
            Assert.StartsWith($"trace:{(i + 1).ToText()}:", Refused(without), StringComparison.Ordinal);
            Assert.StartsWith($"trace:{(i + 1).ToText()}:", Refused(swapped), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_was_seen_needs_an_operation_and_an_operation_a_case()
    {
        var lines = Lines<ToyTarget>(1);
        var seen = lines[2][lines[2].IndexOf("\"seen\"", StringComparison.Ordinal)..];
        Assert.Equal("trace:3:1: something was seen, and there is no operation",
            Refused(lines[0], lines[1], "{\"seq\":2," + seen));
        Assert.Equal("trace:2:1: there is an operation before the first configuration",
            Refused(lines[0], lines[2].Replace("\"seq\":2", "\"seq\":1", StringComparison.Ordinal)));
    }

    [Fact]
    public void Numbers_of_cases_and_steps_have_to_be_right()
    {
        var lines = Lines<ToyTarget>(2);
        lines[^1] = lines[^1].Replace("\"cases\":2", "\"cases\":3", StringComparison.Ordinal);
        Assert.EndsWith("there are other numbers of cases and steps", Refused(lines), StringComparison.Ordinal);
    }

    [Fact]
    public void After_an_operation_whose_answer_is_not_told_the_rest_of_the_case_is_not_judged()
    {
        var lines = Lines<SumsOnce>(1);
        var comma = lines[2].IndexOf(",\"seen\"", StringComparison.Ordinal);
        lines[2] = lines[2][..comma] + "}";
        var judge = Judge(lines);
        Assert.Equal("trace:3: what was seen of this operation is not told", judge.Doubt);
        Assert.Equal(0ul, judge.Result.Evidence.Operations);
        Assert.Empty(judge.Result.Failures);
    }

    [Fact]
    public void Whatever_the_bytes_are_they_are_judged_or_refused_in_one_line()
    {
        var random = new SmallRandom(1);
        var whole = Encoding.UTF8.GetBytes(string.Join('\n', Lines<ToyTarget>(2)));
        for (var i = 0; i < 3000; i++)
        {
            var bytes = whole.ToArray();
            for (var changes = 1 + random.Below(3); changes > 0; changes--)
                bytes[random.Below(bytes.Length)] = (byte)random.Below(256);
            try
            {
                Judge(bytes.AsMemory(0, random.Below(4) == 0 ? random.Below(bytes.Length) : bytes.Length));
            }
            catch (BadInputException bad)
            {
                Assert.DoesNotContain('\n', bad.Message);
                Assert.InRange(bad.Line, 1, whole.Length);
            }
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    // After three losses in a block what loses the target would be avoided.
    private static ulong SeedThatLosesWhatAims()
    {
        for (var seed = 1ul; ; seed++)
        {
            var (planner, plan) = (new Planner(new ToyArea(), null, new Draws(seed)), new CaseSteps());
            planner.AimBeyond([1, 0]);
            var lost = new List<long>();
            for (var index = 0L; index < BlockRunner.Size; index++)
            {
                planner.Plan(index, plan);
                if (EndsProcessLate.EndsWith(plan.Operations(plan.Count)) is not null) lost.Add(index);
            }

            if (lost.Count is > 0 and <= BlockRunner.Losses && lost.Exists(Aim.IsFor)) return seed;
        }
    }

    // A worker has no time left but for its first block.
    private IBlockSource Recording(bool isInWorker)
    {
        var (path, source, blocks) = (Path.Combine(_folder.FullName, "again"), FaultyTargets.Of<ToyTarget>(), 0);
        if (!isInWorker)
        {
            return new LocalBlockSource(new ToyArea(), source, new Draws(1), NoHeartbeat.Instance)
            {
                Record = BlockRecord.Of(path, 1),
            };
        }

        return new WorkerBlockSource(
            new ToyArea(), source.Connection, new Draws(1), Campaigns.Worker,
            () => blocks++ == 0 ? TimeSpan.FromMinutes(1) : TimeSpan.Zero)
        {
            Record = path,
        };
    }

    private void JudgesAsItRan<T>(long cases)
        where T : ITarget, new()
    {
        var (ran, files) = Record<T>(cases);
        var reader = Reader(File.ReadAllBytes(files[0]));
        var judge = new TraceJudge(reader.Head);
        judge.Add(reader);
        foreach (var file in files.Skip(1)) judge.Add(Reader(File.ReadAllBytes(file)));
        Assert.Equal("", judge.Doubt);
        Assert.Equal(ResultText.Of(ran.Evidence), ResultText.Of(judge.Result.Evidence));
        Assert.Equal(Signatures(ran), Signatures(judge.Result));
    }

    private static IEnumerable<(string Signature, long Case)> Signatures(CampaignResult result) =>
        result.Failures.Select(failure => (failure.Signature.ToString(), failure.Case));

    private (CampaignResult Ran, string[] Files) Record<T>(long cases)
        where T : ITarget, new()
    {
        var name = typeof(T).Name;
        var settings = Campaigns.Settings(cases) with { Record = Path.Combine(_folder.FullName, name) };
        var ran = new Campaign(new ToyArea(), settings, null).RunHere(FaultyTargets.Of<T>());
        return (ran, Files(name));
    }

    private string[] Files(string name) =>
        [.. _folder.GetFiles($"{name}.toy.*").Select(file => file.FullName).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Texts(IEnumerable<string> files) => files.Select(File.ReadAllText);

    private string[] Lines<T>(long cases)
        where T : ITarget, new() =>
        File.ReadAllLines(Assert.Single(Record<T>(cases).Files));

    private static string Refused(params string[] lines) =>
        Assert.Throws<BadInputException>(() => Judge(lines)).Message;

    private static TraceJudge Judge(params string[] lines) =>
        Judge(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n").AsMemory());

    private static TraceJudge Judge(ReadOnlyMemory<byte> utf8)
    {
        var reader = Reader(utf8);
        var judge = new TraceJudge(reader.Head);
        judge.Add(reader);
        return judge;
    }

    private static TraceReader Reader(ReadOnlyMemory<byte> utf8) =>
        new(utf8, "trace", id => id == "toy" ? new ToyArea() : null);
}
