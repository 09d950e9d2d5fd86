using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;

namespace IoSpec.Reference.Dirty;

/// <summary>Finds the requirement that the loss of a page breaks: by how it was written, and what came then.</summary>
internal static class Blame
{
    private static readonly (Circumstances What, Requirement Requirement)[] Causes =
    [
        (Circumstances.Unmapped, DirtyRequirements.Unm02),
        (Circumstances.WriterLeft, DirtyRequirements.Sco01),
        (Circumstances.WriterNarrowed, DirtyRequirements.Sco02),
        (Circumstances.Pinned, DirtyRequirements.Pin01),
        (Circumstances.StartedAgain, DirtyRequirements.Sta02),
        (Circumstances.Peeked, DirtyRequirements.Clr02),
        (Circumstances.OtherReport, DirtyRequirements.Win01),
        (Circumstances.ReportedEarly, DirtyRequirements.Log05),
        (Circumstances.Overlapped, DirtyRequirements.Log04),
        (Circumstances.LaterPage, DirtyRequirements.Log02),
        (Circumstances.MappedLate, DirtyRequirements.Map01),
        (Circumstances.SecondLog, DirtyRequirements.Sta03),
    ];

    /// <summary>The requirement behind a page that a report has to give.</summary>
    /// <param name="state">The state before the report.</param>
    /// <param name="note">The page.</param>
    /// <param name="window">The window of the report.</param>
    public static Requirement Of(DirtyState state, PageNote note, Window window)
    {
        // 1. What lies behind a hole, or behind the end of a mapping, may not have been looked at.
        if (IsBehindHole(state, note, window)) return DirtyRequirements.Win05;

        // 2. What has happened to the page, the most particular first.
        foreach (var (what, requirement) in Causes)
        {
            if ((note.Circumstances & what) != 0) return requirement;
        }

        // 3. How it was asked for, and who wrote it.
        if (window.Size != 0) return DirtyRequirements.Win03;
        return note.Writer.Value == 0 ? DirtyRequirements.Log01 : DirtyRequirements.Log03;
    }

    /// <summary>Whether something between the start of a window and a page of it is not mapped.</summary>
    /// <param name="state">The state before the report.</param>
    /// <param name="note">The page.</param>
    /// <param name="window">The window of the report.</param>
    /// <returns>True if the page may not have been looked at.</returns>
    public static bool IsBehindHole(DirtyState state, PageNote note, Window window)
    {
        if ((note.Circumstances & Circumstances.Unmapped) != 0) return false;
        return !state.Population.Mapped.Contains(new IovaRange(window.Range.First, note.Page));
    }
}
