using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>Finds the requirement that an access puts to the test: what stands in its way, or that it lands.</summary>
internal static class DmaBlame
{
    // The settings of the control bits with the lowest one set: bit n for the setting n.
    private const uint WithPasids = 0b1010_1010;

    public static Requirement Of(PlatformState state, PasidOperation.Dma dma, DmaOutcomes allowed)
    {
        var function = state.Of(dma.Function);
        if (!function.IsAssigned) return PasidRequirements.Enf12;
        var isOpen = allowed.Count > 0;
        if (dma.Pasid is not { } pasid)
        {
            if (isOpen) return PasidRequirements.Enf04;
            return function.Bound(null) is null ? Detached(function, null) : PasidRequirements.Enf13;
        }

        if (isOpen) return PasidRequirements.Enf08;
        // What is not certain to be in the way is not blamed: not before an invalidation.
        if (function.PasidAt is null || (function.LiveControls & WithPasids) == 0) return PasidRequirements.Enf01;
        if (pasid.Value >> (int)(function.PasidCapability >> 8 & 0x1f) != 0) return PasidRequirements.Enf09;
        if (LastOf(function.Versions(pasid)) is not { } binding) return Detached(function, pasid);
        return Refused(state, dma, function.Control, binding);
    }

    private static Requirement Refused(PlatformState state, PasidOperation.Dma dma, uint control, Binding binding)
    {
        var unit = state.Configuration.Unit;
        var isVtd = unit == PasidUnit.Vtd;
        if (isVtd && dma.Kind == DmaKind.Execute && (control & 2) == 0) return PasidRequirements.Enf02;
        if (isVtd && dma.Privileged && (control & 4) == 0) return PasidRequirements.Enf03;
        if (dma.Privileged && !binding.TakesPrivileged && RequestGate.HasEntryBit(unit))
            return PasidRequirements.Enf16;
        // SMMUv3 takes the attribute away: then the page has the last word.
        if (unit == PasidUnit.Smmuv3 && dma.Privileged && (control & 4) == 0) return PasidRequirements.Enf03;
        return PasidRequirements.Enf13;
    }

    private static Binding? LastOf(IReadOnlyList<Binding?> versions)
    {
        for (var i = versions.Count - 1; i >= 0; i--)
        {
            if (versions[i] is { } binding) return binding;
        }

        return null;
    }

    private static Requirement Detached(FunctionState function, Pasid? pasid) =>
        function.WasRetracted(pasid) ? PasidRequirements.Rst02 : PasidRequirements.Enf05;
}
