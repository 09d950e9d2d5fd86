using System.Numerics;
using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Amdvi;

/// <summary>What the commands mean.</summary>
/// <remarks>
/// Source: AMD-Vi 2.4: opcode 63:60. Whether a reserved bit stops the queue is left open: units are seen that do not.
/// </remarks>
internal static class AmdviCommands
{
    private const ulong All = 0x7fff_ffff_ffff_f000;

    public static CommandEffect Decode(AmdviUnit unit, Word low, Word high) => low.Field(63, 60) switch
    {
        1 when low.Field(59, 52) == 0 => CommandEffect.Nothing.Instance,
        2 => Of(new AmdviScope.Device(Device(low)), low.Field(59, 16) != 0 || high != default),
        3 => Of(Pages(unit, low, high), low.Field(59, 48) != 0 || low.Field(31, 20) != 0 || high.Field(11, 3) != 0),
        5 when low.Field(59, 16) == 0 && high == default => CommandEffect.Nothing.Instance,
        1 or 4 or 5 or 6 or 7 or 9 or 10 => CommandEffect.Open.Instance,
        8 when unit.InvalidatesAll => Of(new AmdviScope.Everything(), low.Field(59, 0) != 0 || high != default),
        _ => CommandEffect.Illegal.Instance,
    };

    private static CommandEffect Of(AmdviScope? scope, bool isReserved) => scope is null || isReserved
        ? CommandEffect.Open.Instance
        : new CommandEffect.Invalidates(scope);

    private static RequesterId Device(Word low) => new((uint)low.Field(15, 0));

    // PASID 19:0, DomainID 47:32; S 0, PDE 1, GN 2, address 63:12.
    private static AmdviScope? Pages(AmdviUnit unit, Word low, Word high)
    {
        var (pasid, domain) = ((uint)low.Field(19, 0), (uint)low.Field(47, 32));
        var address = high.Field(63, 12) << 12;
        var isLarge = high.Has(0);
        if (isLarge && address == (All | (1ul << 63))) return null;
        var pages = isLarge ? Range(address) : new IovaRange(new Iova(address), new Iova(address | 0xfff));
        var leavesOnly = !high.Has(1);
        if (high.Has(2)) return unit.GuestTables ? new AmdviScope.Guest(domain, pasid, pages, leavesOnly) : null;
        return pasid == 0 ? new AmdviScope.Host(domain, pages, leavesOnly) : null;
    }

    // The lowest bit of the address that is 0 tells the size, as in a leaf.
    private static IovaRange? Range(ulong address)
    {
        if (address == All) return null;
        var inside = (2ul << BitOperations.TrailingZeroCount(~(address | 0xfff))) - 1;
        return new IovaRange(new Iova(address & ~inside), new Iova(address | inside));
    }
}
