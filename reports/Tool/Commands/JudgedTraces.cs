using IoSpec.Contracts;
using IoSpec.Engine;

namespace IoSpec.Tool.Commands;

/// <summary>Traces of one target or several, in one area or several, judged as they come.</summary>
internal sealed class JudgedTraces
{
    private const string Unshown = "a recording of this kind cannot show it broken";

    private readonly List<(TraceHead Head, TraceJudge Judge)> _judges = [];

    /// <summary>The targets, in the order of their first traces.</summary>
    public IEnumerable<string> Targets =>
        _judges.Select(j => j.Head.Target).Distinct(StringComparer.Ordinal);

    /// <summary>The ids of their areas.</summary>
    public string[] Areas => [.. _judges.Select(j => j.Head.Area.Id).Distinct(StringComparer.Ordinal)];

    /// <summary>The seed of the run that was recorded; 0 if there was none.</summary>
    public ulong Seed => _judges[0].Head.Seed;

    /// <summary>Judges a trace together with the earlier ones of its target in its area.</summary>
    /// <exception cref="BadInputException">It is none; the message says where and why.</exception>
    public void Add(TraceReader trace)
    {
        var head = trace.Head;
        var judge = _judges.Find(j => j.Head.Target == head.Target && j.Head.Area == head.Area);
        if (judge.Judge is null) _judges.Add(judge = (head, new TraceJudge(head)));
        else if (judge.Head.Version != head.Version || !Equals(judge.Head.Capabilities, head.Capabilities))
            throw trace.Bad("an earlier trace of this target is of another version, or of other capabilities");
        else if (judge.Head.Hidden != head.Hidden)
            throw trace.Bad("an earlier trace of this target hides other requirements");
        judge.Judge.Add(trace);
    }

    /// <summary>The verdicts of the targets.</summary>
    /// <param name="isSelected">Whether the user wants to know about a requirement.</param>
    /// <param name="waivers">The waivers.</param>
    public TargetVerdict[] Judge(Predicate<Requirement> isSelected, WaiverBook waivers) =>
    [
        .. _judges.GroupBy(j => j.Head.Target, StringComparer.Ordinal).Select(target => new TargetVerdict(
            target.Key,
            [.. target.Select(j => Of(j.Head, j.Judge, isSelected, waivers))],
            target.Select(j => j.Judge.Doubt).FirstOrDefault(doubt => doubt.Length > 0) is { } doubt
                ? new TargetProblem(ExitCode.Inconclusive, doubt)
                : null)),
    ];

    // Where a part of a history is missing, what was not broken is not known to hold; nor is what it never shows.
    private static AreaVerdict Of(
        TraceHead head, TraceJudge judge, Predicate<Requirement> isSelected, WaiverBook waivers)
    {
        var target = new WaivedTarget(head.Target, head.Version, head.IsProduct);
        var verdict = AreaVerdict.Of(judge.Result, target, isSelected, waivers, strict: false);
        return verdict with
        {
            Requirements = [.. verdict.Requirements.Select(r => r.Verdict == Verdict.Pass && Doubt(r) is { } doubt
                ? r with { Verdict = Verdict.Untested, Reason = doubt }
                : r)],
        };

        string? Doubt(RequirementVerdict one)
        {
            if (judge.Doubt.Length > 0) return judge.Doubt;
            return head.Hidden.Contains(one.Requirement.Id, StringComparer.Ordinal) ? Unshown : null;
        }
    }
}
