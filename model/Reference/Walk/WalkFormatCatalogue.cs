using IoSpec.Contracts.Walk;
using IoSpec.Reference.Walk.Riscv;
using IoSpec.Reference.Walk.Smmuv3;
using IoSpec.Reference.Walk.Vtd;

namespace IoSpec.Reference.Walk;

/// <summary>The formats that the reference knows.</summary>
public static class WalkFormatCatalogue
{
    private static readonly VtdFormat Vtd = new(VtdRules.Standard);
    private static readonly SmmuFormat Smmuv3 = new(SmmuRules.Standard);
    private static readonly RiscvFormat Riscv = new(RiscvRules.Standard);

    /// <summary>The format of a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>The format.</returns>
    public static WalkFormat Of(WalkUnit unit) => unit switch
    {
        WalkUnit.Vtd => Vtd,
        WalkUnit.Smmuv3 => Smmuv3,
        WalkUnit.Riscv => Riscv,
        _ => throw new NotSupportedException($"the format {unit.GetType().Name} has no reference"),
    };
}
