using FsCheck;
using FsCheck.Fluent;
using IoSpec.Contracts.Pasids;
using IoSpec.Engine;

namespace IoSpec.Areas.Pasids;

/// <summary>Configurations of the area <c>pasid</c>: every IOMMU and way of emulation, chains of every shape.</summary>
public static class PasidConfigurations
{
    private static readonly PasidUnit[] Units = Enum.GetValues<PasidUnit>();
    private static readonly EmulationShape[] Shapes = Enum.GetValues<EmulationShape>();
    private static readonly int[] Widths = [0, 1, 4, 16, 16, 20, 20];

    /// <summary>The configurations for a target.</summary>
    /// <param name="own">What the target is; null if it can be anything.</param>
    /// <returns>The generator.</returns>
    public static Gen<PasidConfiguration> For(PasidCapabilities? own) =>
        own is null ? Anything : Gen.Elements<PasidConfiguration>([.. own.Devices]);

    private static Gen<PasidConfiguration> Anything { get; } = Of(virtualFunctions: null);

    /// <summary>The configurations of a device with a number of virtual functions.</summary>
    /// <param name="virtualFunctions">How many; null for any number.</param>
    /// <returns>The generator.</returns>
    internal static Gen<PasidConfiguration> Of(int? virtualFunctions) =>
        from high in Gen.Choose(0, int.MaxValue)
        from low in Gen.Choose(0, int.MaxValue)
        select Of(new Choices(((ulong)high << 32) | (uint)low, size: 100), virtualFunctions);

    private static PasidConfiguration Of(Choices choices, int? virtualFunctions)
    {
        var physical = ChainMaker.Physical(ref choices);
        var functions = new List<FunctionShape> { physical };
        var count = virtualFunctions ?? (1 + choices.Below(3));
        for (var i = 0; i < count; i++) functions.Add(ChainMaker.Virtual(physical, ref choices));
        return new PasidConfiguration(
            choices.Of<EmulationShape>(Shapes),
            choices.Of<PasidUnit>(Units),
            choices.Of<int>(Widths),
            choices.OneIn(8) ? null : choices.Of<int>(Widths),
            1 + choices.Below(4),
            [.. functions],
            PasidFeatures.All,
            Device: "");
    }
}
