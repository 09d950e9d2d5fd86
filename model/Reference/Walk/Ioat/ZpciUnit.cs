using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Ioat;

/// <summary>What CLP says of a group of functions, and what is registered for them.</summary>
/// <param name="unit">The unit.</param>
public readonly struct ZpciUnit(WalkUnit.Zpci unit)
{
    /// <summary>Whether what became valid has to be refreshed too (fr).</summary>
    public bool NeedsRefresh => unit.NeedsRefresh;

    /// <summary>The first address of DMA (sdma).</summary>
    public Iova First => unit.First;

    /// <summary>The last address that is registered (PAL).</summary>
    public Iova Last => unit.Last;

    /// <summary>Whether tables with a designation can be registered (dtsm).</summary>
    /// <param name="type">The type of the designation, DT.</param>
    /// <returns>True if they can.</returns>
    public bool Has(int type) => type < 4 && unit.Designations.Has(7 - type);
}
