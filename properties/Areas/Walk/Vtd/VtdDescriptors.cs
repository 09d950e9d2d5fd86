using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk.Vtd;

/// <summary>Descriptors of the invalidation queue.</summary>
internal static class VtdDescriptors
{
    private const ulong ContextCache = 1;
    private const ulong Translations = 2;
    private const ulong PasidTranslations = 6;
    private const ulong PasidCache = 7;

    /// <summary>All contexts, then all translations.</summary>
    public static ValueList<Word>[] FlushLegacy { get; } =
        [[new Word(ContextCache | (1ul << 4)), default], [new Word(Translations | (1ul << 4)), default]];

    /// <summary>All contexts, all PASID entries, then all translations.</summary>
    public static ValueList<Word>[] FlushScalable { get; } =
    [
        [new Word(ContextCache | (1ul << 4)), default],
        [new Word(PasidCache | (3ul << 4)), default],
        [new Word(Translations | (1ul << 4)), default],
    ];

    /// <summary>
    /// A descriptor that covers an entry; for one above the tables, its own cache or the translations.
    /// </summary>
    public static ValueList<Word> Covering(WalkState plan, in TrailStep step, ref Choices choices)
    {
        var use = step.Use;
        var domain = use.Kind == EntryKind.Page ? use.Domain : (uint)VtdTables.DomainOf(plan, use.Requester);
        if (choices.OneIn(8)) return OfPages(plan, use with { Domain = domain }, ref choices);
        return use.Kind switch
        {
            EntryKind.Page when use.Stage == 1 => OfPasid(use, ref choices),
            EntryKind.Page => OfPages(plan, use, ref choices),
            EntryKind.Pasid or EntryKind.PasidDirectory when choices.OneIn(2) => PasidEntries(domain, use, ref choices),
            _ when choices.OneIn(2) => Contexts(domain, use.Requester, ref choices),
            _ when use.Space is not null => OfPasid(use with { Domain = domain }, ref choices),
            _ => [new Word(Translations | (choices.OneIn(2) ? 1ul << 4 : (2ul << 4) | ((ulong)domain << 16))), default],
        };
    }

    public static ValueList<Word> Any(WalkState plan, in TrailStep? step, ref Choices choices)
    {
        var use = step?.Use ?? default;
        return choices.Below(8) switch
        {
            0 => [new Word(0), default],
            1 => [new Word(0xf), default],
            2 => [new Word(4), default],
            3 => [
                new Word(Translations | ((ulong)choices.Below(4) << 4) | ((ulong)choices.Below(4) << 16)),
                new Word(choices.Bits(13))],
            4 => Contexts((uint)choices.Below(8), use.Requester, ref choices),
            _ => OfPages(plan, use, ref choices),
        };
    }

    private static ValueList<Word> Contexts(uint domain, RequesterId requester, ref Choices choices) =>
        choices.Below(3) switch
        {
            0 => [new Word(ContextCache | (1ul << 4)), default],
            1 => [new Word(ContextCache | (2ul << 4) | ((ulong)domain << 16)), default],
            _ => [
                new Word(ContextCache | (3ul << 4) | ((ulong)domain << 16) | ((ulong)requester.Value << 32)
                    | ((ulong)choices.Below(4) << 48)),
                default],
        };

    // Around the page, as many pages as fits; one too few or beside it, sometimes.
    private static ValueList<Word> OfPages(WalkState plan, in EntryUse use, ref Choices choices)
    {
        var mask = choices.Below(4) switch
        {
            0 => 9ul,
            1 => (ulong)choices.Below(10),
            _ => 0ul,
        };
        var at = use.At.Value & ~(Page.Bytes - 1);
        if (choices.OneIn(8)) at ^= Page.Bytes << (int)mask;
        var leavesOnly = use.Level == 1 && choices.OneIn(3) ? 1ul << 6 : 0;
        return choices.Below(6) switch
        {
            0 => [new Word(Translations | (1ul << 4)), default],
            1 => [new Word(Translations | (2ul << 4) | ((ulong)use.Domain << 16)), default],
            _ => [new Word(Translations | (3ul << 4) | ((ulong)use.Domain << 16)), new Word(at | leavesOnly | mask)],
        };
    }

    private static ValueList<Word> OfPasid(in EntryUse use, ref Choices choices)
    {
        var tags = ((ulong)use.Domain << 16) | ((ulong)(use.Space ?? 0) << 32);
        return choices.OneIn(2)
            ? [new Word(PasidTranslations | (2ul << 4) | tags), default]
            : [new Word(PasidTranslations | (3ul << 4) | tags), new Word(use.At.Value & ~(Page.Bytes - 1))];
    }

    private static ValueList<Word> PasidEntries(uint domain, in EntryUse use, ref Choices choices)
    {
        var kind = choices.Below(3) switch
        {
            0 => 0ul,
            1 => 1ul,
            _ => 3ul,
        };
        return [new Word(PasidCache | (kind << 4) | ((ulong)domain << 16) | ((ulong)(use.Space ?? 0) << 32)), default];
    }
}
