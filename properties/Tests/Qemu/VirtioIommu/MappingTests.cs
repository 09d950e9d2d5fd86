using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.VirtioIommu;
using IoSpec.Tests.Qemu.Fakes;
using Xunit;
using static IoSpec.Contracts.Iommu.IommuOperation;

namespace IoSpec.Tests.Qemu.VirtioIommu;

/// <summary>Mappings are kept alike with and without an endpoint.</summary>
public sealed class MappingTests
{
    private static readonly IommuObservation Done = IommuObservation.Done.Instance;

    public static TheoryData<string, IommuOperation, Refusal> Refused { get; } = new()
    {
        { "overlap", ViommuRig.Map(0x2000, 4), Refusal.Overlap },
        { "part at the start", ViommuRig.Unmap(0x1000), Refusal.PartOfMapping },
        { "part at the end", ViommuRig.Unmap(0x2000, 8), Refusal.PartOfMapping },
        {
            "protect a part",
            new Protect(ViommuRig.Blue, new Iova(0x1000), new PageCount(1), Access.Read), Refusal.PartOfMapping
        },
        { "misaligned", ViommuRig.Map(0x8), Refusal.BadRange },
        { "beyond the input range", ViommuRig.Map(1ul << 39), Refusal.BadRange },
        { "reserved by the device", ViommuRig.Map(0xfee0_0000), Refusal.Reserved },
        { "reserved for the disk's queue", ViommuRig.Map((1ul << 39) - 0x20_0000), Refusal.Reserved },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_refusal_gives_its_reason_and_changes_nothing(string what, IommuOperation operation, Refusal reason)
    {
        foreach (var attached in new[] { false, true })
        {
            var rig = Rig(attached);
            var before = rig.Device.Mappings(ViommuRig.Blue).Count;
            Assert.Equal(new IommuObservation.Refused(reason), rig.Do(operation));
            Assert.True(rig.Device.Mappings(ViommuRig.Blue).Count == before, what);
            Assert.Equal(ViommuRig.Frames, rig.Driver.Likely(ViommuRig.Blue, new Iova(0x1000)));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Holes_are_no_error(bool attached)
    {
        var rig = Rig(attached);
        Assert.Equal(Done, rig.Do(ViommuRig.Unmap(0x8000, 4), ViommuRig.Unmap(0, 16)));
        Assert.Null(rig.Driver.Likely(ViommuRig.Blue, new Iova(0x1000)));
    }

    [Fact]
    public void Other_rights_are_a_new_mapping()
    {
        var rig = Rig(attached: true);
        rig.Device.Log.Clear();
        var protect = new Protect(ViommuRig.Blue, new Iova(0), new PageCount(16), Access.Read);
        Assert.Equal(Done, rig.Do(protect));
        var range = ViommuRig.Range(0x1000, 2);
        Assert.Equal(
            [
                new ViommuRequest.Unmap(ViommuRig.Blue, range),
                new ViommuRequest.Map(ViommuRig.Blue, range, ViommuRig.Frames, Access.Read),
            ],
            rig.Device.Log);
    }

    [Theory]
    [InlineData(ViommuStatus.NoResources)]
    [InlineData(ViommuStatus.DeviceError)]
    [InlineData(ViommuStatus.Unanswered)]
    public void What_the_device_cannot_do_is_not_done(ViommuStatus status)
    {
        var rig = Rig(attached: true);
        rig.Device.Stumbles = _ => status;
        var refused = new IommuObservation.Refused(Refusal.OutOfResources);
        Assert.Equal(refused, rig.Do(ViommuRig.Map(0x9000)));
        Assert.Equal(refused, rig.Do(ViommuRig.Unmap(0x1000, 2)));
        Assert.Equal(ViommuRig.Frames, rig.Driver.Likely(ViommuRig.Blue, new Iova(0x1000)));
        Assert.Null(rig.Driver.Likely(ViommuRig.Blue, new Iova(0x9000)));
    }

    [Fact]
    public void There_is_nothing_to_invalidate_or_restrict()
    {
        var rig = Rig(attached: true);
        Assert.IsType<Unsupported>(rig.Do(new Invalidate(new InvalidationScope.Everything())));
        Assert.IsType<Unsupported>(rig.Do(new SubmitInvalidation(new InvalidationScope.OfDomain(ViommuRig.Blue))));
        Assert.IsType<Unsupported>(rig.Do(new AwaitInvalidations()));
        Assert.IsType<Unsupported>(
            rig.Do(new Restrict(ViommuRig.Blue, new Iova(0), PageSize.Size2M, Access.Read)));
        Assert.IsType<Unsupported>(rig.Do(new Attach(ViommuRig.Nic, new Pasid(1), ViommuRig.Blue)));
    }

    private static ViommuRig Rig(bool attached)
    {
        var messages = new IovaRange(new Iova(0xfee0_0000), new Iova(0xfeef_ffff));
        var rig = ViommuRig.WithDomains(new FakeViommu { Reserved = [messages] });
        if (attached) rig.Do(new Attach(ViommuRig.Nic, null, ViommuRig.Blue));
        rig.Do(ViommuRig.Map(0x1000, 2));
        return rig;
    }
}
