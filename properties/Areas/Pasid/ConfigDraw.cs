using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;
using IoSpec.Engine;
using IoSpec.Reference.Pasids;

namespace IoSpec.Areas.Pasids;

/// <summary>Draws accesses of configuration spaces: every width at every offset, mostly where something is.</summary>
internal static class ConfigDraw
{
    private static readonly int[] Widths = [1, 2, 2, 4];

    /// <summary>An access of what the host sees only.</summary>
    public static PasidOperation Hardware(PlatformState plan, ref Choices choices)
    {
        var function = plan.Functions[choices.Below(plan.Functions.Count)];
        if (choices.OneIn(12)) return new PasidOperation.Discover(ConfigSide.Hardware, function.Id);
        if (choices.OneIn(40)) return new PasidOperation.FunctionReset(function.Id);
        if (choices.OneIn(2)) return Kept(plan, ref choices);
        return Access(ConfigSide.Hardware, function, OfHardware(function, ref choices), ref choices);
    }

    /// <summary>An access in either view.</summary>
    public static PasidOperation Anywhere(PlatformState plan, ref Choices choices)
    {
        if (choices.OneIn(4)) return Kept(plan, ref choices);
        var function = plan.Functions[choices.Below(plan.Functions.Count)];
        var side = function.IsAssigned && !choices.OneIn(3) ? ConfigSide.Guest : ConfigSide.Hardware;
        var at = choices.Below(8) switch
        {
            0 => Architected.Start + choices.Below(Architected.End - Architected.Start),
            1 or 2 when function.Hidden.Count > 0 => HiddenOf(function, ref choices),
            3 or 4 when function.PasidAt is { } pasid => pasid + choices.Below(Architected.PasidLength + 4),
            5 when function.PagesAt is { } pages => pages + choices.Below(Architected.PagesLength + 4),
            6 => plan.Physical.Block(Architected.Pasid)!.At + choices.Below(Architected.PasidLength),
            _ => OfHardware(function, ref choices),
        };
        if (side == ConfigSide.Guest && choices.OneIn(3) && function.PasidAt is { } place)
            return Access(ConfigSide.Hardware, function, place + choices.Below(8), ref choices, reads: true);
        return Access(side, function, at, ref choices);
    }

    /// <summary>The control bits of a guest: set, cleared, read.</summary>
    public static PasidOperation? GuestControl(FunctionState function, ref Choices choices)
    {
        if (function.PasidAt is not { } at) return null;
        if (choices.OneIn(3))
            return Access(ConfigSide.Guest, function, at + 4 + choices.Below(4), ref choices, reads: true);
        var control = choices.OneIn(3) ? (ulong)choices.Below(8) : 1 | (ulong)choices.Below(8);
        return choices.Below(6) switch
        {
            0 => Write(function, at + 4, 4, (control << 16) | choices.Bits(16)),
            1 or 2 => Write(function, at + 6, 1, control),
            3 => Write(function, at + 6, 2, control | choices.Bits(16)),
            _ => Write(function, at + 6, 2, control),
        };
    }

    /// <summary>The control bits of the physical function: mostly on.</summary>
    public static PasidOperation PhysicalControl(PlatformState plan, ref Choices choices)
    {
        if (plan.Physical.Block(Architected.Pasid) is not { } block) return Anywhere(plan, ref choices);
        var at = new ConfigOffset((ushort)(block.At + 6));
        if (choices.OneIn(3)) return new PasidOperation.ConfigRead(ConfigSide.Hardware, new FunctionId(0), at, 2);
        var control = choices.OneIn(2) ? 7 : choices.OneIn(5) ? choices.Below(8ul) : 1 | choices.Below(8ul);
        return new PasidOperation.ConfigWrite(ConfigSide.Hardware, new FunctionId(0), at, 2, new Word(control));
    }

    // A register of the hardware that keeps what is written: written, or read.
    private static PasidOperation Kept(PlatformState plan, ref Choices choices)
    {
        var function = plan.Functions[choices.Below(plan.Functions.Count)];
        var ats = function.Block(Architected.Ats);
        if (function.Block(Architected.Sriov) is { } sriov && (ats is null || choices.OneIn(2)))
            return Sriov(function, sriov, ref choices);
        if (ats is null) return new PasidOperation.Discover(ConfigSide.Hardware, function.Id);
        var at = new ConfigOffset((ushort)(ats.At + 6));
        if (choices.OneIn(2)) return new PasidOperation.ConfigRead(ConfigSide.Hardware, function.Id, at, 2);
        var unit = choices.Below(32ul) | (choices.OneIn(4) ? 0x8000ul : 0);
        return new PasidOperation.ConfigWrite(ConfigSide.Hardware, function.Id, at, 2, new Word(unit));
    }

    private static PasidOperation Sriov(FunctionState function, RegisterBlock sriov, ref Choices choices)
    {
        var (offset, width, value) = choices.Below(5) switch
        {
            0 => (0x20, 4, 1ul << choices.Below(12)),
            1 => (0x08, 2, choices.OneIn(3) ? (ulong)choices.Below(16) : 0),
            2 => (0x0c, 4, choices.Bits(32)),
            _ => (0x10, 2, choices.Below(2 + (ulong)(sriov.Read(3) >> 16))),
        };
        var at = new ConfigOffset((ushort)(sriov.At + offset));
        return choices.OneIn(2)
            ? new PasidOperation.ConfigRead(ConfigSide.Hardware, function.Id, at, width)
            : new PasidOperation.ConfigWrite(ConfigSide.Hardware, function.Id, at, width, new Word(value));
    }

    private static PasidOperation.ConfigWrite Write(FunctionState function, int at, int width, ulong value) =>
        new(ConfigSide.Guest, function.Id, new ConfigOffset((ushort)at), width, new Word(value));

    private static int HiddenOf(FunctionState function, ref Choices choices) =>
        function.Hidden.Keys.ElementAt(choices.Below(function.Hidden.Count)) + choices.Below(4);

    private static int OfHardware(FunctionState function, ref Choices choices)
    {
        if (function.Blocks.Count == 0) return Architected.Start + choices.Below(8);
        var block = function.Blocks[choices.Below(function.Blocks.Count)];
        return block.At + choices.Below(block.Node.Length);
    }

    private static PasidOperation Access(
        ConfigSide side, FunctionState function, int at, ref Choices choices, bool reads = false)
    {
        var width = choices.Of<int>(Widths);
        at = Math.Min(at & -width, Architected.End - width);
        var offset = new ConfigOffset((ushort)at);
        if (reads || choices.OneIn(2)) return new PasidOperation.ConfigRead(side, function.Id, offset, width);
        var value = choices.Bits(8 * width);
        return new PasidOperation.ConfigWrite(side, function.Id, offset, width, new Word(value));
    }
}
