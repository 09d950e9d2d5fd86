using System.CommandLine;
using IoSpec.Engine;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Planning;

namespace IoSpec.Tool.Commands;

/// <summary>The plan that a journal began with.</summary>
internal static class JournalPlan
{
    // An argument that begins with @ is an argument.
    private static readonly ParserConfiguration Plain = new() { ResponseFileTokenReplacer = null };

    /// <summary>The plan, to go on with it.</summary>
    /// <param name="known">The journal.</param>
    /// <param name="path">What errors call it.</param>
    public static RunPlan ToGoOn(JournalContents known, string path)
    {
        var plan = Of(known, path, (options, parsed) => options.Read(parsed));
        var hash = known.Settings.FirstOrDefault(s => s.Name == Setting.CorpusHash)?.Value ?? "";
        if (plan.Corpus.Hash != hash) plan = WithoutCorpus(plan, known, path);
        foreach (var (target, before) in plan.Targets.Zip(known.Targets))
        {
            if (JournalFile.AreasOf(target, plan).Except(before.Areas, StringComparer.Ordinal).FirstOrDefault()
                is { } area)
                throw new UsageException($"{path}: {target.Connection} did not offer the area '{area}' before");
        }

        return plan;
    }

    // What a run puts there it puts there at its end, when nothing of it is left to replay.
    private static RunPlan WithoutCorpus(RunPlan plan, JournalContents known, string path) =>
        known.IsComplete && plan.GrowingCorpus is not null
            ? plan with { Corpus = Corpus.Empty, GrowingCorpus = null }
            : throw new UsageException($"{path}: the corpus was another one before");

    /// <summary>The plan, to tell what became of it: no target is started.</summary>
    /// <param name="known">The journal.</param>
    /// <param name="path">What errors call it.</param>
    public static RunPlan ToTell(JournalContents known, string path) =>
        Of(known, path, (options, parsed) => options.ReadAlone(parsed));

    private static RunPlan Of(JournalContents known, string path, Func<RunOptions, ParseResult, RunPlan> read)
    {
        var options = new RunOptions();
        var command = new Command("run");
        options.AddTo(command);
        var parsed = command.Parse([.. Words(known)], Plain);
        if (parsed.Errors is [var error, ..]) throw new UsageException($"{path}: {error.Message}");
        return read(options, parsed) with
        {
            Settings = [.. known.Settings.Select(s => new Setting(s.Name, s.Value, s.Origin))],
        };
    }

    private static IEnumerable<string> Words(JournalContents known) => known.Targets.Select(t => t.Connection).Concat(
        known.Settings.Where(s => s.Origin == Setting.FromCommandLine || s.Name == Setting.Seed)
            .Select(s => $"--{s.Name}={s.Value}"));
}
