using IoSpec.Areas.Walk.Vtd;
using IoSpec.Contracts.Walk;

namespace IoSpec.Areas.Walk;

/// <summary>The formats that can be drawn.</summary>
internal static class FormatDrawCatalogue
{
    private static readonly VtdDraw Vtd = new();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FormatDraw> All { get; } = [Vtd];

    /// <summary>The format of a unit.</summary>
    public static FormatDraw Of(WalkUnit unit) => unit switch
    {
        WalkUnit.Vtd => Vtd,
        _ => throw new NotSupportedException($"the format {unit.GetType().Name} has no generator"),
    };
}
