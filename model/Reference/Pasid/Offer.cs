using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>What of its PASIDs the device can give to a guest.</summary>
public static class Offer
{
    /// <summary>What forbids a PASID capability.</summary>
    /// <param name="state">The state.</param>
    /// <param name="function">The function that is to have it.</param>
    /// <returns>The requirement that does; null if nothing does.</returns>
    public static Requirement? Refusal(PlatformState state, FunctionState function)
    {
        if ((state.PhysicalControl & 1) == 0) return PasidRequirements.Cap02;
        if (state.Configuration.GuestUnitWidth is null) return PasidRequirements.Cap05;
        return function.Shape.IsMediated ? PasidRequirements.Cap06 : null;
    }

    /// <summary>The widest PASIDs that the device and both IOMMUs take.</summary>
    /// <param name="state">The state.</param>
    /// <returns>Bits.</returns>
    public static int Width(PlatformState state) => Math.Min(
        state.PhysicalWidth, Math.Min(state.Configuration.UnitWidth, state.Configuration.GuestUnitWidth ?? 0));

    /// <summary>The requests that the physical function has enabled and the IOMMU can refuse.</summary>
    /// <param name="state">The state.</param>
    /// <returns>Bit 1: execute; bit 2: privileged.</returns>
    public static uint Supported(PlatformState state) =>
        state.Configuration.Unit is PasidUnit.Vtd or PasidUnit.Smmuv3 ? state.PhysicalControl & 0x6 : 0;
}
