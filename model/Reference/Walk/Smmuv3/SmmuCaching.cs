using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Smmuv3;

/// <summary>What may be cached.</summary>
/// <remarks>
/// Source: SMMUv3 3.21.1 and 16.2; Arm ARM D8.15: of tables only what is valid, of configuration anything.
/// </remarks>
internal static class SmmuCaching
{
    public static bool MayCache(SmmuUnit unit, in EntryUse use, ReadOnlySpan<Word> content) => use.Kind switch
    {
        EntryKind.Switch => false,
        EntryKind.Register => content[0] != default,
        EntryKind.Page => IsValid(unit, use, content[0]),
        _ => true,
    };

    // An address that is too wide for the unit faults for sure; that of a narrower output size need not.
    private static bool IsValid(SmmuUnit unit, in EntryUse use, Word entry)
    {
        if (!entry.Has(0) || (use.Level == 1 && !entry.Has(1))) return false;
        return unit.OutputBits >= 48 || entry.Field(47, unit.OutputBits) == 0;
    }
}
