using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Vtd;

/// <summary>What the descriptors of the invalidation queue mean.</summary>
/// <remarks>Source: VT-d 6.5, descriptor formats.</remarks>
internal static class VtdCommands
{
    private const int ContextCache = 1;
    private const int Translations = 2;
    private const int DeviceTranslations = 3;
    private const int InterruptEntries = 4;
    private const int Wait = 5;
    private const int PasidTranslations = 6;
    private const int PasidCache = 7;

    public static CommandEffect Decode(VtdUnit unit, Word low, Word high)
    {
        var type = (int)((low.Field(11, 9) << 4) | low.Field(3, 0));
        return type switch
        {
            ContextCache => Of(Contexts(low), IsContextReserved(low, high)),
            Translations => Of(Domain(unit, low, high), IsTranslationReserved(unit, low, high)),
            InterruptEntries => Of(Interrupts(low), IsInterruptReserved(low, high)),
            Wait => CommandEffect.Nothing.Instance,
            DeviceTranslations => CommandEffect.Open.Instance,
            PasidTranslations when unit.ScalableMode => Of(Pasid(low, high), (high.Value & 0xf80) != 0),
            PasidCache when unit.ScalableMode => Of(PasidEntries(low), high != default),
            PasidTranslations or PasidCache or 8 or 9 => CommandEffect.Open.Instance,
            > 0xf => CommandEffect.Open.Instance,
            _ => CommandEffect.Illegal.Instance,
        };
    }

    // Whether a reserved bit stops the queue is left open here: it need not be accepted, it need not be refused.
    private static CommandEffect Of(VtdScope? scope, bool isReserved) => scope is null || isReserved
        ? CommandEffect.Open.Instance
        : new CommandEffect.Invalidates(scope);

    private static VtdScope? Contexts(Word low) => low.Field(5, 4) switch
    {
        1 => new VtdScope.AllContexts(),
        2 => new VtdScope.ContextsOfDomain((uint)low.Field(31, 16)),
        3 => new VtdScope.ContextsOfRequester(
            (uint)low.Field(31, 16), new RequesterId((uint)low.Field(47, 32)), FunctionMask(low.Field(49, 48))),
        _ => null,
    };

    // FM: 0 no bit, 1 bit 2, 2 bits 2:1, 3 bits 2:0 of the function number.
    private static uint FunctionMask(ulong field) => field switch
    {
        0 => 0,
        1 => 4,
        2 => 6,
        _ => 7,
    };

    private static bool IsContextReserved(Word low, Word high) =>
        low.Field(8, 6) != 0 || low.Field(15, 12) != 0 || low.Field(63, 50) != 0 || high != default;

    private static VtdScope? Domain(VtdUnit unit, Word low, Word high) => low.Field(5, 4) switch
    {
        1 => new VtdScope.AllTranslations(),
        2 => new VtdScope.TranslationsOfDomain((uint)low.Field(31, 16)),
        3 when (int)high.Field(5, 0) <= unit.MostMask => new VtdScope.TranslationsOfPages(
            (uint)low.Field(31, 16), Pages(high), high.Has(6)),
        _ => null,
    };

    private static bool IsTranslationReserved(VtdUnit unit, Word low, Word high) =>
        low.Field(8, 8) != 0 || low.Field(15, 12) != 0 || low.Field(63, 32) != 0 || high.Field(11, 7) != 0
        || (unit.DomainBits < 16 && low.Field(31, 16 + unit.DomainBits) != 0);

    private static VtdScope? Pasid(Word low, Word high) => low.Field(5, 4) switch
    {
        2 => new VtdScope.TranslationsOfPasid((uint)low.Field(31, 16), (uint)low.Field(51, 32), null, false),
        3 => new VtdScope.TranslationsOfPasid(
            (uint)low.Field(31, 16), (uint)low.Field(51, 32), Pages(high), high.Has(6)),
        _ => null,
    };

    private static VtdScope? PasidEntries(Word low) => low.Field(5, 4) switch
    {
        0 => new VtdScope.PasidEntries((uint)low.Field(31, 16), null),
        1 => new VtdScope.PasidEntries((uint)low.Field(31, 16), (uint)low.Field(51, 32)),
        3 => new VtdScope.PasidEntries(null, null),
        _ => null,
    };

    // G 4: 0 all, 1 2^IM entries; IM 31:27, IIDX 47:32.
    private static VtdScope Interrupts(Word low) => low.Has(4)
        ? new VtdScope.InterruptEntries((uint)low.Field(47, 32), (1u << (int)low.Field(31, 27)) - 1)
        : new VtdScope.InterruptEntries(null, 0);

    private static bool IsInterruptReserved(Word low, Word high) =>
        low.Field(8, 5) != 0 || low.Field(15, 12) != 0 || low.Field(26, 16) != 0 || low.Field(63, 48) != 0
        || high != default;

    // 2^AM pages around the address.
    private static IovaRange Pages(Word high)
    {
        var inside = (Page.Bytes << (int)Math.Min(high.Field(5, 0), 51)) - 1;
        var at = high.Value & ~(Page.Bytes - 1);
        return new IovaRange(new Iova(at & ~inside), new Iova(at | inside));
    }
}
