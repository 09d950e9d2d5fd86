using System.Globalization;
using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>All waivers of a run.</summary>
/// <param name="All">The waivers in the order of their files.</param>
public sealed record WaiverBook(IReadOnlyList<Waiver> All)
{
    /// <summary>No waivers.</summary>
    public static WaiverBook Empty { get; } = new([]);

    /// <summary>The waiver that knows a failure, or null.</summary>
    /// <param name="signature">The failure.</param>
    /// <param name="target">The target.</param>
    /// <returns>The first that matches.</returns>
    public Waiver? Find(Signature signature, WaivedTarget target) =>
        All.FirstOrDefault(w => w.Signature == signature.ToString() && w.HoldsFor(target));

    /// <summary>Whether nothing of a failure may be shown, of whatever version the target is.</summary>
    /// <param name="signature">The failure.</param>
    /// <param name="target">The target.</param>
    /// <returns>True if a waiver withholds it.</returns>
    public bool Withholds(Signature signature, WaivedTarget target) =>
        All.Any(w => w.IsWithheld && w.Signature == signature.ToString() && w.IsAbout(target.Connection));

    /// <summary>The waivers that expect a requirement to fail on a target.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="target">The target.</param>
    /// <returns>The waivers.</returns>
    public IReadOnlyList<Waiver> Of(Requirement requirement, WaivedTarget target) =>
        [.. All.Where(w => w.Requirement == requirement.Id && w.HoldsFor(target))];

    /// <summary>Whether something is known of a target, but nothing of this version.</summary>
    /// <param name="target">The target.</param>
    /// <returns>True if waivers name versions of it, and none of them this one.</returns>
    public bool IsUnknownVersion(WaivedTarget target)
    {
        var known = All.Where(w => w.IsAbout(target.Connection)).ToList();
        return known.Exists(w => w.Versions is not null) && !known.Exists(w => w.HoldsFor(target));
    }

    /// <summary>What is wrong with the waivers after a run.</summary>
    /// <param name="targets">The targets that were judged.</param>
    /// <param name="today">The day.</param>
    /// <returns>The notes, in the order of the waivers.</returns>
    public IReadOnlyList<WaiverNote> Review(IReadOnlyList<TargetVerdict> targets, DateOnly today)
    {
        var notes = new List<WaiverNote>();
        foreach (var waiver in All)
        {
            if (IsExpired(waiver, today)) notes.Add(new WaiverNote(waiver, IsExpired: true));
            else if (IsStale(waiver, targets)) notes.Add(new WaiverNote(waiver, IsExpired: false));
        }

        return notes;
    }

    /// <summary>Whether the last day of a waiver is over.</summary>
    /// <param name="waiver">The waiver.</param>
    /// <param name="today">The day.</param>
    /// <returns>True if it is.</returns>
    public static bool IsExpired(Waiver waiver, DateOnly today) =>
        waiver.Expires is { } last
        && DateOnly.ParseExact(last, Waiver.DateFormat, CultureInfo.InvariantCulture) < today;

    private static bool IsStale(Waiver waiver, IReadOnlyList<TargetVerdict> targets)
    {
        var tested = false;
        foreach (var area in targets.Where(t => waiver.IsAbout(t.Target)).SelectMany(t => t.Areas, (t, a) => (t, a)))
        {
            if (!waiver.HoldsFor(new WaivedTarget(area.t.Target, area.a.Result.Target.Version))) continue;
            if (area.a.Failures.Any(f => f.Failure.Signature.ToString() == waiver.Signature)) return false;
            tested |= area.a.Requirements.Any(r => r.Requirement.Id == waiver.Requirement
                && r.Hits > 0 && r.Verdict != Verdict.Disabled);
        }

        return tested;
    }
}
