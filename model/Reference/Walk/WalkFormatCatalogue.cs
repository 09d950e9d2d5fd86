using IoSpec.Contracts.Walk;
using IoSpec.Reference.Walk.Amdvi;
using IoSpec.Reference.Walk.Ioat;
using IoSpec.Reference.Walk.Riscv;
using IoSpec.Reference.Walk.Smmuv3;
using IoSpec.Reference.Walk.Tce;
using IoSpec.Reference.Walk.Vtd;

namespace IoSpec.Reference.Walk;

/// <summary>The formats that the reference knows.</summary>
public static class WalkFormatCatalogue
{
    private static readonly AmdviFormat Amdvi = new(AmdviRules.Standard);
    private static readonly VtdFormat Vtd = new(VtdRules.Standard);
    private static readonly SmmuFormat Smmuv3 = new(SmmuRules.Standard);
    private static readonly RiscvFormat Riscv = new(RiscvRules.Standard);
    private static readonly ZpciFormat Zpci = new(ZpciRules.Standard);
    private static readonly TceFormat Tce = new(TceRules.Standard);
    private static readonly ViommuFormat Viommu = new(ViommuRules.Standard);

    /// <summary>The format of a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>The format.</returns>
    public static WalkFormat Of(WalkUnit unit) => unit switch
    {
        WalkUnit.Amdvi => Amdvi,
        WalkUnit.Vtd => Vtd,
        WalkUnit.Smmuv3 => Smmuv3,
        WalkUnit.Riscv => Riscv,
        WalkUnit.Zpci => Zpci,
        WalkUnit.Tce => Tce,
        WalkUnit.Viommu => Viommu,
        _ => throw new NotSupportedException($"the format {unit.GetType().Name} has no reference"),
    };
}
