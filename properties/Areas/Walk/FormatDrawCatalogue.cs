using IoSpec.Areas.Walk.Amdvi;
using IoSpec.Areas.Walk.Ioat;
using IoSpec.Areas.Walk.Riscv;
using IoSpec.Areas.Walk.Smmuv3;
using IoSpec.Areas.Walk.Tce;
using IoSpec.Areas.Walk.Viommu;
using IoSpec.Areas.Walk.Vtd;
using IoSpec.Contracts.Walk;

namespace IoSpec.Areas.Walk;

/// <summary>The formats that can be drawn.</summary>
internal static class FormatDrawCatalogue
{
    private static readonly AmdviDraw Amdvi = new();
    private static readonly VtdDraw Vtd = new();
    private static readonly SmmuDraw Smmuv3 = new();
    private static readonly RiscvDraw Riscv = new();
    private static readonly ZpciDraw Zpci = new();
    private static readonly TceDraw Tce = new();
    private static readonly ViommuDraw Viommu = new();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FormatDraw> All { get; } = [Amdvi, Vtd, Smmuv3, Riscv, Zpci, Tce, Viommu];

    /// <summary>The format of a unit.</summary>
    public static FormatDraw Of(WalkUnit unit) => Of(unit.FormatOf());

    /// <summary>A format.</summary>
    public static FormatDraw Of(UnitFormat format) => format switch
    {
        UnitFormat.Amdvi => Amdvi,
        UnitFormat.Vtd => Vtd,
        UnitFormat.Smmuv3 => Smmuv3,
        UnitFormat.Riscv => Riscv,
        UnitFormat.Zpci => Zpci,
        UnitFormat.Tce => Tce,
        UnitFormat.Viommu => Viommu,
        _ => throw new NotSupportedException($"the format {format} has no generator"),
    };
}
