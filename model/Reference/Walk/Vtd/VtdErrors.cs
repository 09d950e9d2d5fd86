using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Vtd;

/// <summary>Whether an entry is present and without errors: only then it is cached without caching mode.</summary>
internal static class VtdErrors
{
    public static bool IsSound(VtdRules rules, VtdUnit unit, in EntryUse use, ReadOnlySpan<Word> content) =>
        use.Kind switch
        {
            EntryKind.Page when use.Stage == 2 => rules.IsSecondPresent(content[0])
                && !rules.IsSecondReserved(unit, content[0], use.Level)
                && !rules.IsWrongLevel(unit, content[0], use.Level),
            EntryKind.Page => rules.IsPresent(content[0]) && !rules.IsFirstReserved(unit, content[0], use.Level),
            EntryKind.Requester when content.Length == 2 => rules.IsPresent(content[0])
                && !rules.IsContextReserved(unit, content[0], content[1])
                && LegacyContext.IsSupported(unit, content[0], content[1]),
            // Of a root entry of scalable mode the upper half is for the devices from 16 on.
            EntryKind.Directory => rules.IsPresent(content[0])
                || ((use.Requester.Value & 0x80) != 0 && rules.IsPresent(content[1])),
            EntryKind.Interrupt => rules.IsPresent(content[0]) && !rules.IsInterruptReserved(content[0], content[1]),
            _ => rules.IsPresent(content[0]),
        };
}
