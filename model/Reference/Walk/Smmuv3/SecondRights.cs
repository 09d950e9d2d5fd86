using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Smmuv3;

/// <summary>What a request wants of stage 2.</summary>
/// <remarks>Source: Arm ARM D8.4, direct permissions of stage 2.</remarks>
/// <param name="Kind">What is done.</param>
/// <param name="Privileged">Whether it is privileged.</param>
/// <param name="SplitsExecution">Whether execution of the privileged is told from that of others (XNX).</param>
/// <param name="MarksChanged">A page that is only clean counts as writable (S2HD).</param>
public readonly record struct SecondRights(DmaKind Kind, bool Privileged, bool SplitsExecution, bool MarksChanged)
{
    private const int Readable = 6;
    private const int Writable = 7;
    private const int DirtyModifier = 51;

    /// <summary>Whether a leaf is not writable just because nobody has written to the page yet.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <returns>True if a write makes it writable.</returns>
    public bool IsClean(Word leaf) => MarksChanged && leaf.Has(DirtyModifier) && !leaf.Has(Writable);

    /// <summary>Whether a leaf can be executed but not read: it is left open if it is executed then.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <returns>True for execution of what cannot be read.</returns>
    public bool IsOpen(Word leaf) => Kind == DmaKind.Execute && !leaf.Has(Readable);

    /// <summary>Whether a leaf gives the request what it wants.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <returns>True if it does.</returns>
    public bool Permit(Word leaf)
    {
        var writes = leaf.Has(Writable) || IsClean(leaf);
        return Kind switch
        {
            DmaKind.Read => leaf.Has(Readable),
            DmaKind.Write => writes,
            DmaKind.Atomic => leaf.Has(Readable) && writes,
            _ => Executes(leaf),
        };
    }

    // XN[1:0]: 0 all, 1 not the privileged, 2 nobody, 3 only the privileged; without XNX the upper bit alone.
    private bool Executes(Word leaf) => SplitsExecution
        ? leaf.Field(54, 53) switch
        {
            0 => true,
            1 => !Privileged,
            2 => false,
            _ => Privileged,
        }
        : !leaf.Has(54);
}
