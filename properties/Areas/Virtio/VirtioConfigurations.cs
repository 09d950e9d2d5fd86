using FsCheck;
using FsCheck.Fluent;
using IoSpec.Contracts.Virtio;
using IoSpec.Engine;

namespace IoSpec.Areas.Virtio;

/// <summary>Configurations of the area <c>virtio</c>: every platform, with what a device may offer.</summary>
/// <remarks>
/// While cases are small, every third configuration is of the next cell of the table of decisions: what stands before
/// memory, and whether access through the platform is offered. Packed queues are offered there, which a driver can do
/// without. Thus a short run sees all of the table.
/// </remarks>
public static class VirtioConfigurations
{
    private const int Turn = 3;

    private static readonly PlatformMode[] Modes = Enum.GetValues<PlatformMode>();

    private static Gen<VirtioConfiguration> Any { get; } =
        from mode in Gen.Elements([.. Modes, PlatformMode.Translating, PlatformMode.Translating])
        from platform in Gen.Elements(VirtioFeatures.None, VirtioFeatures.AccessPlatform)
        from packed in Gen.Elements(VirtioFeatures.None, VirtioFeatures.RingPacked)
        from isLegacy in Gen.Elements(false, false, false, false, false, false, false, true)
        from configuration in Of(new(mode, platform | packed), isLegacy)
        select configuration;

    /// <summary>The configurations for a target.</summary>
    /// <param name="own">What the target is; null if it can be anything.</param>
    /// <returns>The generator.</returns>
    public static Gen<VirtioConfiguration> For(VirtioCapabilities? own)
    {
        if (own is null) return InTurn([.. Cells.Select(cell => Of(cell, isLegacy: false))], Any);
        var all = own.Configurations.GroupBy(CellOf).ToList();
        var offersPacked = all.Exists(cell => cell.Key.OffersPacked);
        Gen<VirtioConfiguration>[] turns =
            [.. all.Where(cell => cell.Key.OffersPacked == offersPacked).Select(cell => Gen.Elements([.. cell]))];
        return InTurn(turns, Gen.Elements([.. own.Configurations]));
    }

    private static IEnumerable<Cell> Cells =>
        from platform in (VirtioFeatures[])[VirtioFeatures.AccessPlatform, VirtioFeatures.None]
        from mode in Modes.Reverse()
        select new Cell(mode, platform | VirtioFeatures.RingPacked);

    private static Cell CellOf(VirtioConfiguration configuration) => new(
        configuration.Mode, configuration.Offered & (VirtioFeatures.AccessPlatform | VirtioFeatures.RingPacked));

    private static Gen<VirtioConfiguration> InTurn(Gen<VirtioConfiguration>[] turns, Gen<VirtioConfiguration> any) =>
        Gen.Sized(size => size >= Choices.LargestSize || size % Turn != 0 ? any : turns[size / Turn % turns.Length]);

    private static Gen<VirtioConfiguration> Of(Cell cell, bool isLegacy) =>
        from rings in Gen.Elements(false, true)
        from tables in Gen.Elements(VirtioFeatures.None, VirtioFeatures.IndirectDescriptors)
        from reset in Gen.Elements(VirtioFeatures.None, VirtioFeatures.RingReset)
        from device in Gen.Elements(VirtioDevice.Source, VirtioDevice.Source, VirtioDevice.Disk)
        from events in Gen.Elements(VirtioFeatures.None, VirtioFeatures.EventIndex)
        from size in cell.OffersPacked
            ? Gen.Elements(1, 2, 3, 4, 4, 5, 7, 8, 32)
            : Gen.Elements(1, 2, 4, 4, 8, 32)
        from records in Gen.Elements(true, true, true, true, false)
        from status in Gen.Elements(true, true, true, true, true, true, true, false)
        select new VirtioConfiguration(
            cell.Mode, rings,
            isLegacy ? tables | events : VirtioFeatures.Version1 | cell.Offered | tables | reset | events,
            isLegacy ? 1 << int.Log2(size) : size, device, records, status);

    private readonly record struct Cell(PlatformMode Mode, VirtioFeatures Offered)
    {
        public bool OffersPacked => (Offered & VirtioFeatures.RingPacked) != 0;
    }
}
