using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Riscv;

/// <summary>What commands mean.</summary>
/// <remarks>Source: RISC-V IOMMU, command queue: opcode 6:0, func3 9:7; non-leaf and range invalidation.</remarks>
internal static class RiscvCommands
{
    private const ulong Translations = 1;
    private const ulong Fence = 2;
    private const ulong Directories = 3;
    private const ulong Ats = 4;
    private const ulong FirstCustom = 64;

    public static CommandEffect Decode(RiscvUnit unit, Word low, Word high) => low.Field(6, 0) switch
    {
        Translations => OfTranslations(unit, low, high),
        Fence => OfFence(unit, low, high),
        Directories => OfDirectories(unit, low, high),
        Ats when unit.Ats => CommandEffect.Open.Instance,
        >= FirstCustom => CommandEffect.Open.Instance,
        _ => CommandEffect.Illegal.Instance,
    };

    // AV 10, PSCID 31:12, PSCV 32, GV 33, NL 34, GSCID 59:44; S is bit 9 and ADDR[63:12] bits 61:10 of the second word.
    private static CommandEffect OfTranslations(RiscvUnit unit, Word low, Word high)
    {
        var isReserved = low.Has(11) || low.Field(43, 35) != 0 || low.Field(63, 60) != 0
            || high.Field(8, 0) != 0 || high.Field(63, 62) != 0
            || (!unit.NonLeaf && low.Has(34)) || (!unit.Ranges && high.Has(9));
        var (isGuest, hasAddress) = (low.Has(33), low.Has(10));
        var machine = RiscvTag.Machine((uint)low.Field(59, 44));
        switch (low.Field(9, 7))
        {
            case 0 when !isReserved:
                return new CommandEffect.Invalidates(new RiscvScope.First(
                    isGuest ? machine : RiscvTag.Host,
                    low.Has(32) ? (uint)low.Field(31, 12) : null,
                    hasAddress ? Pages(high) : null,
                    NonLeaves: low.Has(34)));
            case 1 when !isReserved && !low.Has(32):
                return new CommandEffect.Invalidates(new RiscvScope.Second(
                    isGuest ? machine : null, isGuest && hasAddress ? Pages(high) : null, NonLeaves: low.Has(34)));
            default:
                return CommandEffect.Illegal.Instance;
        }
    }

    // With S the lowest 0 of the address, at position X, makes 2^(X+1) pages; all ones are left open: no page then.
    private static IovaRange Pages(Word high)
    {
        var page = high.Field(61, 10);
        var ones = high.Has(9) ? ~page & (page + 1) : 0;
        if (page == (1ul << 52) - 1 && high.Has(9)) return new IovaRange(new Iova(1), new Iova(0));
        var inside = ones == 0 ? 0 : (ones << 1) - 1;
        var first = (page & ~inside) << Page.Shift;
        return new IovaRange(new Iova(first), new Iova(((page | inside) << Page.Shift) | (Page.Bytes - 1)));
    }

    // AV 10, WSI 11, PR 12, PW 13: a fence that is awaited by other means than the queue only stores a word.
    private static CommandEffect OfFence(RiscvUnit unit, Word low, Word high)
    {
        var isReserved = low.Field(31, 14) != 0 || high.Field(63, 62) != 0 || (low.Has(11) && !unit.WiredInterrupts);
        if (low.Field(9, 7) != 0 || isReserved) return CommandEffect.Illegal.Instance;
        return low.Has(10) ? CommandEffect.Open.Instance : CommandEffect.Nothing.Instance;
    }

    // PID 31:12, DV 33, DID 63:40. What comes of ids that are too wide is left open.
    private static CommandEffect OfDirectories(RiscvUnit unit, Word low, Word high)
    {
        if (low.Field(11, 10) != 0 || low.Has(32) || low.Field(39, 34) != 0 || high != default)
            return CommandEffect.Illegal.Instance;
        var device = low.Has(33) ? new RequesterId((uint)low.Field(63, 40)) : (RequesterId?)null;
        var process = (uint)low.Field(31, 12);
        switch (low.Field(9, 7))
        {
            case 0 when process == 0:
                return new CommandEffect.Invalidates(new RiscvScope.Devices(device));
            case 1 when device is { } of:
                return process >> unit.ProcessBits != 0
                    ? CommandEffect.Open.Instance
                    : new CommandEffect.Invalidates(new RiscvScope.OneProcess(of, new Pasid(process)));
            default:
                return CommandEffect.Illegal.Instance;
        }
    }
}
