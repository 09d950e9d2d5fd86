using FsCheck;
using FsCheck.Fluent;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Areas.Walk.Viommu;

/// <summary>Devices that differ in features, granularity and limits.</summary>
internal static class ViommuUnits
{
    private const ulong Common = 1ul << 32 | 0b111;
    private const ulong Bypass = 1 << 3;
    private const ulong Probe = 1 << 4;
    private const ulong Mmio = 1 << 5;
    private const ulong BypassConfig = 1 << 6;

    private static readonly ViommuRegion Doorbell =
        new(new IovaRange(new Iova(0xfee0_0000), new Iova(0xfeef_ffff)), IsDoorbell: true);

    private static readonly ViommuRegion Kept =
        new(new IovaRange(new Iova(0x4000_0000), new Iova(0x4000_ffff)), IsDoorbell: false);

    public static Gen<WalkUnit> All =>
        from bypass in Gen.Elements(BypassConfig, BypassConfig, BypassConfig, Bypass, 0ul)
        from probe in Gen.Elements(Probe, Probe, Probe, 0ul)
        from mmio in Gen.Elements(Mmio, 0ul)
        from granule in Gen.Elements(Page.Shift, Page.Shift, Page.Shift, 16)
        from width in Gen.Elements(39, 48, 64)
        from least in Gen.Elements(0u, 1u)
        from most in Gen.Elements(uint.MaxValue, 0x1ffu)
        from regions in Gen.Elements<ViommuRegion[]>([], [Doorbell], [Doorbell, Kept])
        from size in Gen.Elements(512ul, 64ul)
        select (WalkUnit)new WalkUnit.Viommu(
            new Word(Common | bypass | probe | mmio), new Word(ulong.MaxValue << granule),
            new IovaRange(default, new Iova(ulong.MaxValue >> (64 - width))), new DomainId(least), new DomainId(most),
            new ByteCount(size), [.. regions]);
}
