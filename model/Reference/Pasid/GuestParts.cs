using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>What the bits of four bytes are about that a guest reads.</summary>
internal static class GuestParts
{
    private const uint Stopped = 1u << 24;
    private const uint NeedsPasid = 1u << 31;

    /// <summary>The parts: masks that do not overlap, each with its requirement; the rest is open.</summary>
    public static (uint Mask, Requirement Requirement)[] Of(PlatformState state, FunctionState function, int at)
    {
        if (ConfigView.IsHeader(function.Guest, at)) return [(uint.MaxValue, PasidRequirements.Reg04)];
        if (function.PasidAt + 4 == at) return Pasids(function);
        if (function.PagesAt is { } pages && at > pages && at < pages + Architected.PagesLength)
            return Pages(state, function, (at - pages) / 4);
        if (at == Architected.Start && function.Guest.Count == 0) return [(uint.MaxValue, PasidRequirements.Plc05)];
        return function.BlockAt(at) is null
            ? [(uint.MaxValue, PasidRequirements.Reg07)]
            : HardwareParts.Of(state, function, at);
    }

    private static (uint Mask, Requirement Requirement)[] Pasids(FunctionState function)
    {
        var (history, supported) = (function.History, RegisterAttributes.ControlBits(function.PasidCapability));
        var control = !history.ControlWritten ? PasidRequirements.Rst01
            : history.OtherWrote ? PasidRequirements.Reg09
            : history.ControlWidth != 2 ? PasidRequirements.Reg05
            : PasidRequirements.Reg01;
        var missing = ~supported & 0x7 & history.ControlOnes;
        return
        [
            (supported << 16, control),
            (missing << 16, PasidRequirements.Reg02),
            (~((supported | missing) << 16) & 0xfff7_ffff, PasidRequirements.Reg03),
        ];
    }

    private static (uint Mask, Requirement Requirement)[] Pages(
        PlatformState state, FunctionState function, int index)
    {
        if (index == 2) return [(uint.MaxValue, PasidRequirements.Reg14)];
        if (index == 3) return [(uint.MaxValue, PasidRequirements.Pri14)];
        var stopped = function.Pages.IsEnabled ? 0 : Stopped;
        var unexpected = function.Pages.Unexpected ? PasidRequirements.Pri09 : PasidRequirements.Reg12;
        return
        [
            (1, PasidRequirements.Reg17),
            (2, PasidRequirements.Reg13),
            (1u << 16, PasidRequirements.Reg12),
            (1u << 17, unexpected),
            (stopped, PasidRequirements.Pri12),
            (NeedsPasid, PasidRequirements.Reg14),
        ];
    }
}
