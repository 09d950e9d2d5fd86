using IoSpec.Engine;

namespace IoSpec.Tool.Comparing;

/// <summary>What became of a requirement.</summary>
internal enum ChangeKind
{
    /// <summary>It was broken and holds, or fewer of its failures are left.</summary>
    Better,

    /// <summary>It held and is broken, or there are further failures.</summary>
    Worse,

    /// <summary>Other failures, or it is now applicable or tested and was not before, or the reverse.</summary>
    Other,
}

/// <summary>How a requirement differs between two judgements.</summary>
/// <param name="Requirement">The id of the requirement.</param>
/// <param name="Kind">Which way.</param>
/// <param name="Before">Its verdict then; null if it was not judged.</param>
/// <param name="After">Its verdict now; null if it is not judged.</param>
/// <param name="Gone">The failures that were there and are no more.</param>
/// <param name="Come">The failures that were not there.</param>
internal sealed record Change(
    string Requirement, ChangeKind Kind, Verdict? Before, Verdict? After,
    IReadOnlyList<string> Gone, IReadOnlyList<string> Come)
{
    /// <summary>All that differs, what got worse first.</summary>
    /// <param name="before">What was said first.</param>
    /// <param name="after">What was said later.</param>
    public static IReadOnlyList<Change> Between(JudgedTarget before, JudgedTarget after)
    {
        var ids = before.Requirements.Concat(after.Requirements).Select(r => r.Id).Distinct(StringComparer.Ordinal);
        return
        [
            .. ids.Select(id => Of(id, before, after)).OfType<Change>()
                .OrderBy(change => change.Kind switch { ChangeKind.Worse => 0, ChangeKind.Better => 1, _ => 2 }),
        ];
    }

    private static Change? Of(string id, JudgedTarget before, JudgedTarget after)
    {
        var (then, now) = (before[id], after[id]);
        var (old, recent) = (FailuresOf(before, id), FailuresOf(after, id));
        string[] gone = [.. old.Except(recent, StringComparer.Ordinal)];
        string[] come = [.. recent.Except(old, StringComparer.Ordinal)];
        return KindOf(then, now, gone, come) is { } kind ? new Change(id, kind, then, now, gone, come) : null;
    }

    private static ChangeKind? KindOf(Verdict? then, Verdict? now, string[] gone, string[] come)
    {
        if (!IsTested(then) || !IsTested(now)) return IsTested(then) == IsTested(now) ? null : ChangeKind.Other;
        return (gone.Length > 0, come.Length > 0) switch
        {
            (true, true) => ChangeKind.Other,
            (true, false) => ChangeKind.Better,
            (false, true) => ChangeKind.Worse,
            _ => null,
        };
    }

    private static IEnumerable<string> FailuresOf(JudgedTarget target, string id) =>
        target.Failures.Where(f => f.Requirement == id).Select(f => f.Name);

    private static bool IsTested(Verdict? verdict) => verdict is not (
        null or Verdict.NotApplicable or Verdict.Untested or Verdict.Disabled or Verdict.Error);
}
