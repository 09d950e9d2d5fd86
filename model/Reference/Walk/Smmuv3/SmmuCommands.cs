using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Smmuv3;

/// <summary>What the commands mean.</summary>
/// <remarks>Source: SMMUv3 chapter 4. A field that is reserved may be ignored or refused (4.1.5).</remarks>
internal static class SmmuCommands
{
    private const int AllStreams = 31;

    public static CommandEffect Decode(SmmuUnit unit, Word low, Word high) => (int)low.Field(7, 0) switch
    {
        0x01 or 0x02 => CommandEffect.Open.Instance,
        >= 0x03 and <= 0x06 when low.Has(10) => CommandEffect.Illegal.Instance,
        0x03 => Streams(unit, low, high, 0, high.Has(0), reserved: 1),
        0x04 => Streams(unit, low, high, (int)high.Field(4, 0) + 1, false, reserved: 0x1f),
        0x05 or 0x06 when !unit.Stage1 => CommandEffect.Illegal.Instance,
        0x05 => Context(unit, low, high),
        0x06 => Of(
            new SmmuScope.Contexts(Stream(low), null, false), IsStreamOut(unit, low),
            Rest(low, high, 0xffff_fb00, ~0ul)),
        0x07 => CommandEffect.Open.Instance,
        >= 0x10 and <= 0x13 when !unit.Stage1 => CommandEffect.Illegal.Instance,
        0x10 => Of(
            new SmmuScope.First(Vmid(low), null, null), IsTagOut(unit, low, hasAsid: false),
            Rest(low, high, 0xffff_0000_ffff_ff00, ~0ul)),
        0x11 => Of(
            new SmmuScope.First(Vmid(low), Asid(low), null), IsTagOut(unit, low, hasAsid: true),
            Rest(low, high, 0x0000_0000_ffff_ff00, ~0ul)),
        0x12 => Pages(unit, low, high, pages => new SmmuScope.First(Vmid(low), Asid(low), pages), hasAsid: true),
        0x13 => Pages(unit, low, high, pages => new SmmuScope.First(Vmid(low), null, pages), hasAsid: false),
        >= 0x20 and <= 0x23 when unit.Hyp => CommandEffect.Open.Instance,
        0x28 or 0x2a when !unit.Stage2 => CommandEffect.Illegal.Instance,
        0x28 => Of(
            new SmmuScope.Machine(Vmid(low)), IsTagOut(unit, low, hasAsid: false),
            Rest(low, high, 0xffff_0000_ffff_ff00, ~0ul)),
        0x2a => Pages(unit, low, high, pages => new SmmuScope.Second(Vmid(low), pages), hasAsid: false),
        0x30 => Of(new SmmuScope.Everything(), false, Rest(low, high, ~0xfful, ~0ul)),
        0x46 => low.Field(13, 12) == 3 ? CommandEffect.Open.Instance : CommandEffect.Nothing.Instance,
        0x40 or 0x41 or 0x44 or 0x45 or 0x70 or 0x73 or (>= 0x80 and <= 0x8f) => CommandEffect.Open.Instance,
        _ => CommandEffect.Illegal.Instance,
    };

    // What is out of range may have no effect.
    private static CommandEffect Of(SmmuScope scope, bool isOut, bool isReserved)
    {
        if (isReserved) return CommandEffect.Open.Instance;
        return isOut ? CommandEffect.Nothing.Instance : new CommandEffect.Invalidates(scope);
    }

    private static bool Rest(Word low, Word high, ulong ofLow, ulong ofHigh) =>
        (low.Value & ofLow) != 0 || (high.Value & ofHigh) != 0;

    private static CommandEffect Streams(
        SmmuUnit unit, Word low, Word high, int bits, bool entryOnly, ulong reserved) => Of(
            new SmmuScope.Streams(Stream(low), bits, entryOnly), bits <= AllStreams && IsStreamOut(unit, low),
            Rest(low, high, 0xffff_fb00, ~reserved));

    private static CommandEffect Context(SmmuUnit unit, Word low, Word high)
    {
        var substream = new Pasid((uint)low.Field(31, 12));
        var isOut = IsStreamOut(unit, low) || substream.Value >> unit.SubstreamBits != 0;
        return Of(
            new SmmuScope.Contexts(Stream(low), substream, high.Has(0)), isOut, Rest(low, high, 0x0b00, ~1ul));
    }

    private static CommandEffect Pages(
        SmmuUnit unit, Word low, Word high, Func<TranslationPages, SmmuScope> scope, bool hasAsid)
    {
        var (number, scale) = (low.Field(16, 12), (int)low.Field(24, 20));
        var (level, granule) = ((int)high.Field(9, 8), GranuleOf(high.Field(11, 10)));
        var isReserved = Rest(low, high, (hasAsid ? 0 : 0xffff_0000_0000_0000) | 0xfe0e_0f00, 0xfe)
            || (!unit.Ranges && Rest(low, high, 0x01f1_f000, 0xf00))
            || (granule == 0 && (number != 0 || scale != 0 || level != 0));
        if (isReserved) return CommandEffect.Open.Instance;
        var isOut = IsTagOut(unit, low, hasAsid);
        var at = high.Value & ~0xffful;
        if (granule == 0)
        {
            var page = new IovaRange(new Iova(at), new Iova(at | 0xfff));
            return Of(scope(new TranslationPages(page, 0, 0, high.Has(0))), isOut, false);
        }

        // Ranges (TG): a level that the tables have no leaves at does not count, and then there has to be a range.
        if (granule == 14 && level == 1) level = 0;
        if (number == 0 && scale == 0 && level == 0) return CommandEffect.Illegal.Instance;
        var aligned = level == 0 ? granule : granule + ((3 - level) * (granule - 3));
        isOut |= (at & ((1ul << aligned) - 1)) != 0;
        var bytes = (UInt128)(number + 1) << (scale + granule);
        var last = (UInt128)at + bytes - 1;
        var range = new IovaRange(new Iova(at), new Iova(last > ulong.MaxValue ? ulong.MaxValue : (ulong)last));
        return Of(
            scope(new TranslationPages(range, granule, level == 0 ? 0 : 4 - level, high.Has(0))), isOut, false);
    }

    private static int GranuleOf(ulong field) => field switch
    {
        1 => 12,
        2 => 14,
        3 => 16,
        _ => 0,
    };

    private static RequesterId Stream(Word low) => new((uint)low.Field(63, 32));

    private static uint Vmid(Word low) => (uint)low.Field(47, 32);

    private static uint Asid(Word low) => (uint)low.Field(63, 48);

    private static bool IsStreamOut(SmmuUnit unit, Word low) =>
        unit.StreamBits < 32 && Stream(low).Value >> unit.StreamBits != 0;

    private static bool IsTagOut(SmmuUnit unit, Word low, bool hasAsid) =>
        (!unit.Stage2 && Vmid(low) != 0) || (!unit.WideVmid && Vmid(low) > 0xff)
        || (hasAsid && !unit.WideAsid && Asid(low) > 0xff);
}
