using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>What the bits of four bytes are about that the host reads.</summary>
internal static class HardwareParts
{
    /// <summary>The parts: masks that do not overlap, each with its requirement; the rest is open.</summary>
    public static (uint Mask, Requirement Requirement)[] Of(PlatformState state, FunctionState function, int at)
    {
        if (function.BlockAt(at) is not { } block)
        {
            if (at == Architected.Start) return [(uint.MaxValue, PasidRequirements.Plc05)];
            if (!function.Hidden.ContainsKey(at)) return [];
            return [(uint.MaxValue, IsBelow(function, at) ? PasidRequirements.Reg06 : PasidRequirements.Reg07)];
        }

        var index = (at - block.At) / 4;
        if (index == 0) return [(uint.MaxValue, PasidRequirements.Reg04)];
        var known = ~RegisterAttributes.Open(block, index);
        var id = block.Node.Id;
        if (id == Architected.Pasid) return Pasids(function, block, known);
        if (id == Architected.Ats) return Translations(block);
        if (id == Architected.Sriov) return Virtual(block, index, known);
        if (id == Architected.Pages && function.IsPhysical) return Pages(state, function, index);
        return [(known, PasidRequirements.Reg07)];
    }

    private static bool IsBelow(FunctionState function, int at) => function.History.Emulated.Contains(at);

    private static (uint Mask, Requirement Requirement)[] Pasids(
        FunctionState function, RegisterBlock block, uint known)
    {
        var control = RegisterAttributes.ControlBits(block.Read(1)) << 16;
        return
        [
            (control, function.History.GuestWrote ? PasidRequirements.Reg08 : PasidRequirements.Reg01),
            (known & ~control & 0x7_0000, PasidRequirements.Reg02),
            (known & ~control & ~0x7_0000u, PasidRequirements.Reg03),
        ];
    }

    private static (uint Mask, Requirement Requirement)[] Translations(RegisterBlock block) => block.IsPhysical
        ? [(0x801f_0000, block.IsAtStart ? PasidRequirements.Rst01 : PasidRequirements.Reg11)]
        :
        [
            (0x8000_0000, block.IsAtStart ? PasidRequirements.Rst01 : PasidRequirements.Reg11),
            (0x001f_001f, PasidRequirements.Reg10),
        ];

    private static (uint Mask, Requirement Requirement)[] Virtual(RegisterBlock block, int index, uint known) =>
        index switch
        {
            2 or 4 or 8 when RegisterAttributes.Writable(block, index) is var taken =>
                [(taken, PasidRequirements.Reg16), (known & ~taken, PasidRequirements.Reg15)],
            _ => [(known, PasidRequirements.Reg15)],
        };

    private static (uint Mask, Requirement Requirement)[] Pages(
        PlatformState state, FunctionState function, int index)
    {
        if (index == 2) return [(uint.MaxValue, PasidRequirements.Reg14)];
        var wrote = function.History.GuestWrote;
        var kept = state.VirtualWasReset ? PasidRequirements.Rst03
            : wrote ? PasidRequirements.Reg08
            : PasidRequirements.Reg17;
        if (index == 3) return [(uint.MaxValue, kept)];
        var pages = state.Interface;
        return
        [
            (1, kept),
            (2, PasidRequirements.Reg13),
            (1u << 16, pages.WasFailed && pages.IsEnabled && !pages.Failed ? PasidRequirements.Pri13
                : PasidRequirements.Reg12),
            (1u << 17, PasidRequirements.Pri09),
            (pages.IsEnabled ? 0 : 1u << 24, PasidRequirements.Pri12),
            (1u << 31, PasidRequirements.Reg14),
        ];
    }
}
