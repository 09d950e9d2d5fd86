using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Smmuv3;

/// <summary>What a request wants of stage 1, and what the tables above the leaf have taken away.</summary>
/// <remarks>Source: Arm ARM D8.4, direct permissions of stage 1, two privilege levels.</remarks>
/// <param name="Kind">What the request does, after what its stream overrides.</param>
/// <param name="Privileged">Whether it is privileged, likewise.</param>
/// <param name="NoUser">A table keeps the unprivileged out (APTable[0]).</param>
/// <param name="NoWrite">A table keeps writes out (APTable[1]).</param>
/// <param name="NoUserExecute">A table keeps execution of the unprivileged out (UXNTable).</param>
/// <param name="NoPrivilegedExecute">A table keeps execution of the privileged out (PXNTable).</param>
/// <param name="KeepsApart">The privileged do not access what others can access (PAN).</param>
/// <param name="WriteOrExecute">What is writable is not executed (WXN).</param>
/// <param name="MarksChanged">A page that is only clean counts as writable (HD).</param>
public readonly record struct FirstRights(
    DmaKind Kind,
    bool Privileged,
    bool NoUser,
    bool NoWrite,
    bool NoUserExecute,
    bool NoPrivilegedExecute,
    bool KeepsApart,
    bool WriteOrExecute,
    bool MarksChanged)
{
    private const int User = 6;
    private const int ReadOnly = 7;
    private const int DirtyModifier = 51;

    /// <summary>Whether a leaf is read-only just because nobody has written to the page yet.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <returns>True if a write makes it writable.</returns>
    public bool IsClean(Word leaf) => MarksChanged && !NoWrite && leaf.Has(DirtyModifier) && leaf.Has(ReadOnly);

    /// <summary>The rights with what a table takes away.</summary>
    /// <param name="table">The entry that leads to the next table.</param>
    /// <returns>The rights below it.</returns>
    public FirstRights Below(Word table) => this with
    {
        NoUser = NoUser || table.Has(61),
        NoWrite = NoWrite || table.Has(62),
        NoUserExecute = NoUserExecute || table.Has(60),
        NoPrivilegedExecute = NoPrivilegedExecute || table.Has(59),
    };

    /// <summary>Whether a leaf gives the request what it wants.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <returns>True if it does.</returns>
    public bool Permit(Word leaf)
    {
        // 1. Reading and writing: AP[2:1], and what the tables above take away.
        var writable = (!leaf.Has(ReadOnly) || IsClean(leaf)) && !NoWrite;
        var userReads = leaf.Has(User) && !NoUser;
        var userWrites = userReads && writable;
        var keptApart = Privileged && KeepsApart && userReads;
        var reads = Privileged ? !keptApart : userReads;
        var writes = Privileged ? writable && !keptApart : userWrites;

        // 2. Executing: UXN, PXN, what others can write, and what is writable.
        var executes = Privileged
            ? !leaf.Has(53) && !NoPrivilegedExecute && !userWrites && !(WriteOrExecute && writable)
            : !leaf.Has(54) && !NoUserExecute && !(WriteOrExecute && userWrites);
        return Kind switch
        {
            DmaKind.Read => reads,
            DmaKind.Write => writes,
            DmaKind.Atomic => reads && writes,
            _ => executes,
        };
    }
}
