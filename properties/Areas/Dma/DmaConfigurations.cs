using FsCheck;
using FsCheck.Fluent;
using IoSpec.Contracts;
using IoSpec.Contracts.Dma;

namespace IoSpec.Areas.Dma;

/// <summary>
/// Configurations of the area <c>dma</c>: few addresses, small queues, hypervisors with and without limits.
/// </summary>
public static class DmaConfigurations
{
    private static readonly Duration Timeout = new(10_000_000);

    /// <summary>The configurations for a target.</summary>
    /// <param name="own">What the target is; null if it can be anything.</param>
    /// <returns>The generator.</returns>
    public static Gen<DmaConfiguration> For(DmaCapabilities? own) =>
        own is null ? Anything : Gen.Constant(own.Configuration);

    private static Gen<DmaConfiguration> Anything { get; } =
        from policy in Policies
        from hypervisor in Hypervisors
        from aperture in Gen.Elements(new Iova(0x10_0000), new Iova(0x1_0000_0000), new Iova(0x3ff_fff0_0000))
        from pages in Gen.Elements<ulong>(8, 12, 16, 32, 64)
        from devices in Gen.Elements(1, 2, 2, 3)
        from processors in Gen.Elements(1, 2)
        select new DmaConfiguration(policy, hypervisor, aperture, new PageCount(pages), devices, processors);

    private static Gen<DmaPolicy> Policies => Gen.Frequency(
        (1, Gen.Constant<DmaPolicy>(new DmaPolicy.Strict())),
        (3, from entries in Gen.Elements(1, 2, 3, 5, 16)
            from perProcessor in Gen.Elements(false, true)
            select (DmaPolicy)new DmaPolicy.Lazy(entries, Timeout, perProcessor)));

    // Hardware that walks tables; copies without a limit; copies with one.
    private static Gen<HypervisorTraits> Hypervisors => Gen.Frequency(
        (1, Gen.Constant(new HypervisorTraits(false, null))),
        (1, Gen.Constant(new HypervisorTraits(true, null))),
        (3, from slots in Gen.Elements<ulong>(2, 4, 6, 8, 12)
            select new HypervisorTraits(true, new PageCount(slots))));
}
