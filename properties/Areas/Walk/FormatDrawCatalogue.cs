using IoSpec.Areas.Walk.Riscv;
using IoSpec.Areas.Walk.Smmuv3;
using IoSpec.Areas.Walk.Vtd;
using IoSpec.Contracts.Walk;

namespace IoSpec.Areas.Walk;

/// <summary>The formats that can be drawn.</summary>
internal static class FormatDrawCatalogue
{
    private static readonly VtdDraw Vtd = new();
    private static readonly SmmuDraw Smmuv3 = new();
    private static readonly RiscvDraw Riscv = new();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FormatDraw> All { get; } = [Vtd, Smmuv3, Riscv];

    /// <summary>The format of a unit.</summary>
    public static FormatDraw Of(WalkUnit unit) => unit switch
    {
        WalkUnit.Vtd => Vtd,
        WalkUnit.Smmuv3 => Smmuv3,
        WalkUnit.Riscv => Riscv,
        _ => throw new NotSupportedException($"the format {unit.GetType().Name} has no generator"),
    };
}
