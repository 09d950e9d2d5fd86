using IoSpec.Engine;
using IoSpec.Tool.Comparing;
using IoSpec.Tool.Planning;

namespace IoSpec.Tool.Output;

/// <summary>A run as people read it.</summary>
/// <param name="output">Where to.</param>
/// <param name="style">The colours.</param>
/// <param name="width">How many columns a table may have.</param>
internal sealed class PrettyReport(TextWriter output, Style style, int width)
{
    /// <summary>Writes the first line: all that it takes to repeat the run.</summary>
    public void Begin(RunPlan plan)
    {
        output.WriteLine(First(plan));
        if (plan.Corpus.Hash.Length == 0) return;
        var count = Words.Plural((ulong)plan.Corpus.Entries.Count, "scenario");
        output.WriteLine($"corpus: {count}, sha256 {plan.Corpus.Hash}");
    }

    private static string First(RunPlan plan) =>
        $"seed {Words.Hexadecimal(plan.Seed)} · suite {Suite.Version} · target "
        + $"{string.Join(", ", plan.Targets.Select(t => Words.Safe(t.Connection)))} · profile {plan.Profile.Name}"
        + (plan.Shard == Shard.Whole ? "" : $" · shard {plan.Shard.Index.ToText()} of {plan.Shard.Count.ToText()}");

    /// <summary>Writes what became of a corpus.</summary>
    public static void Corpus(TextWriter output, string folder, int written, int removed) => output.WriteLine(
        $"corpus: {Words.Plural((ulong)written, "scenario")} written to {folder}"
        + (removed == 0 ? "" : $", {removed.ToText()} taken out that reached nothing of their own"));

    /// <summary>Writes what comes after the last campaign.</summary>
    public void End(RunReport report)
    {
        output.WriteLine();
        foreach (var target in report.Verdict.Targets) Target(target, report);
        Together(JudgedTarget.Of(report.Verdict));
        foreach (var comparison in report.Comparisons) AlternativesText.Write(output, comparison);
        Private(report.Verdict);
        foreach (var note in report.Verdict.Notes) output.WriteLine($"note: {Words.Safe(note.Text)}");
        foreach (var (target, area) in report.Verdict.TooLittleCovered)
        {
            output.WriteLine(
                $"coverage: {area.Result.Area.Id} of {Words.Safe(target.Target)}: "
                + $"{area.Result.Evidence.CoveredPercent.ToText()} %, less than the "
                + $"{report.Verdict.LeastCoverage.ToText()} % that were asked for; see 'iospec coverage gaps'");
        }

        if (report.Verdict.IsInterrupted) output.WriteLine("interrupted: only the cases run until then were judged");
        var verdict = report.Verdict.Verdict;
        output.WriteLine($"verdict: {style.Verdict(verdict)} (exit {report.Verdict.Exit.ToText()})");
        output.WriteLine($"report: {report.Path}");
        output.WriteLine($"replay: {report.ReplayCommand}");
    }

    private void Together(IReadOnlyList<JudgedTarget> targets)
    {
        if (targets.Count > 1) output.WriteLine();
        new MatrixText(output, style, width).Write(Matrix.Of(targets));
        var text = new ComparisonText(output, style);
        foreach (var comparison in Comparison.Within(targets)) text.Write(comparison);
    }

    private void Private(RunVerdict verdict)
    {
        var count = verdict.Targets.SelectMany(t => t.Failures).Count(f => f.IsPrivate);
        if (count == 0) return;
        var place = FailureFiles.PrivateFolder is null
            ? $"set {FailureFiles.Variable} to a folder to have them written there"
            : $"they are in the folder that {FailureFiles.Variable} names";
        output.WriteLine($"private: {Words.Plural((ulong)count, "finding")} not shown here; {place}");
    }

    private void Target(TargetVerdict target, RunReport report)
    {
        if (target.Areas.Count == 0) return;
        var name = target.NameAndVersion();
        var text = new FailureText(output, style);
        foreach (var failure in FailureOrder.WorstFirst(target.Failures))
            text.Write(failure, name, report.Plan.Seed, report.Files.PathOf(failure));

        var requirements = target.Requirements.ToList();
        new NotTestedText(output, style).Write(requirements);
        output.WriteLine($"target: {name}");
        output.WriteLine(
            $"requirements: {style.Counts(VerdictCounts.Of(requirements))} of {requirements.Count.ToText()}");
        foreach (var area in target.Areas)
        {
            Evidence(area.Result);
            output.WriteLine(HealthText.Of(area.Result));
            if (report.Plan.FailNth > 0) output.WriteLine(HealthText.Swept(area.Result, report.Plan.FailNth));
            if (area.Result.Evidence.NotReplayed > 0) output.WriteLine(HealthText.NotReplayed(area.Result));
        }
    }

    private void Evidence(CampaignResult result)
    {
        var evidence = result.Evidence;
        var hits = evidence.Hits.Aggregate(0ul, (sum, count) => sum + count);
        var covered = evidence.Covered.Count(count => count > 0);
        output.WriteLine(
            $"evidence: {result.Area.Id}: {Words.Plural(evidence.CasesRun, "case")}, "
            + $"{Words.Plural(evidence.Operations, "operation")} judged, {Words.Plural(hits, "hit")}; "
            + $"coverpoints {covered.ToText()} of {evidence.Covered.Length.ToText()}; "
            + $"ambiguous {Words.Number(evidence.Ambiguous)} ({Words.Share(evidence.Ambiguous, evidence.Operations)}); "
            + $"skipped {Words.Number(evidence.Skipped)}, avoided {Words.Number(evidence.Avoided)}");
    }
}
