using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.VirtioIommu;
using IoSpec.Tests.Qemu.Fakes;
using Xunit;
using static IoSpec.Contracts.Iommu.IommuOperation;

namespace IoSpec.Tests.Qemu.VirtioIommu;

/// <summary>Domains of a case outlive those of the device.</summary>
public sealed class AttachmentTests
{
    private static readonly IommuObservation Done = IommuObservation.Done.Instance;

    [Fact]
    public void A_domain_without_endpoints_is_the_driver_s_own_business()
    {
        var rig = ViommuRig.WithDomains();
        Assert.Equal(Done, rig.Do(ViommuRig.Map(0x1000), ViommuRig.Unmap(0x1000), new DestroyDomain(ViommuRig.Red)));
        Assert.Empty(rig.Device.Log);
    }

    [Fact]
    public void The_first_endpoint_gets_the_mappings_and_the_queue_of_the_disk()
    {
        var rig = ViommuRig.WithDomains();
        rig.Do(ViommuRig.Map(0x1000, allowed: Access.Read), new Attach(ViommuRig.Nic, null, ViommuRig.Blue));
        var ring = rig.Driver.Ring!.Value;
        Assert.Equal(
            [
                new(ViommuRig.Blue, ViommuRig.Range(ring.Seen.Value), ring.Page, Access.ReadWrite),
                new(ViommuRig.Blue, ViommuRig.Range(0x1000), ViommuRig.Frames, Access.Read),
            ],
            rig.Device.Mappings(ViommuRig.Blue));
        rig.Device.Log.Clear();
        rig.Do(new Attach(ViommuRig.Disk, null, ViommuRig.Blue));
        Assert.Equal([new ViommuRequest.Attach(ViommuRig.Blue, ViommuRig.Disk, Bypass: false)], rig.Device.Log);
    }

    [Fact]
    public void What_the_last_endpoint_left_behind_is_mapped_again_for_the_next()
    {
        var rig = ViommuRig.WithDomains();
        rig.Do(new Attach(ViommuRig.Nic, null, ViommuRig.Blue), ViommuRig.Map(0x1000), ViommuRig.Map(0x5000));
        rig.Do(new Attach(ViommuRig.Nic, null, ViommuRig.Red));
        Assert.Empty(rig.Device.Mappings(ViommuRig.Blue));
        rig.Do(ViommuRig.Unmap(0x1000), new Attach(ViommuRig.Disk, null, ViommuRig.Blue));
        Assert.Equal(ViommuRig.Range(0x5000), rig.Device.Mappings(ViommuRig.Blue)[^1].Range);
        Assert.Equal(2, rig.Device.Mappings(ViommuRig.Blue).Count);
    }

    [Fact]
    public void An_endpoint_is_not_attached_to_the_domain_that_it_is_in()
    {
        var rig = ViommuRig.WithDomains();
        rig.Do(new Attach(ViommuRig.Nic, null, ViommuRig.Blue));
        rig.Device.Log.Clear();
        Assert.Equal(Done, rig.Do(new Attach(ViommuRig.Nic, null, ViommuRig.Blue)));
        Assert.Empty(rig.Device.Log);
    }

    [Fact]
    public void An_attachment_whose_mappings_fail_is_undone()
    {
        var rig = ViommuRig.WithDomains();
        rig.Do(ViommuRig.Map(0x1000));
        rig.Device.Stumbles = request =>
            request is ViommuRequest.Map { To: var to } && to == ViommuRig.Frames ? ViommuStatus.NoResources : null;
        var refused = new IommuObservation.Refused(Refusal.OutOfResources);
        Assert.Equal(refused, rig.Do(new Attach(ViommuRig.Nic, null, ViommuRig.Blue)));
        Assert.Empty(rig.Device.Attached);
        rig.Device.Stumbles = _ => null;
        Assert.Equal(Done, rig.Do(new Attach(ViommuRig.Nic, null, ViommuRig.Blue)));
        Assert.Equal(2, rig.Device.Mappings(ViommuRig.Blue).Count);
    }

    [Fact]
    public void A_detached_endpoint_is_in_no_domain_and_is_not_detached_again()
    {
        var rig = ViommuRig.WithDomains();
        rig.Do(new Attach(ViommuRig.Nic, null, ViommuRig.Blue));
        Assert.Equal(Done, rig.Do(new Detach(ViommuRig.Nic, null)));
        Assert.Empty(rig.Device.Attached);
        Assert.Equal(new IommuObservation.Refused(Refusal.NotAttached), rig.Do(new Detach(ViommuRig.Nic, null)));
    }

    [Fact]
    public void An_endpoint_that_is_passed_through_is_in_a_domain_for_that()
    {
        var rig = ViommuRig.WithDomains();
        rig.Do(new Attach(ViommuRig.Nic, null, ViommuRig.Blue), new Bypass(ViommuRig.Nic));
        Assert.Equal(ViommuLayout.BypassDomain, rig.Device.Attached[ViommuRig.Nic]);
        Assert.Equal(
            new ViommuRequest.Attach(ViommuLayout.BypassDomain, ViommuRig.Nic, Bypass: true), rig.Device.Log[^1]);
        Assert.Equal(Done, rig.Do(new Detach(ViommuRig.Nic, null)));
        Assert.Empty(rig.Device.Attached);
    }

    [Fact]
    public void What_a_reset_left_attached_is_detached_before_anything_is_attached()
    {
        var rig = ViommuRig.WithDomains(new FakeViommu { KeepsAttachments = true });
        rig.Do(new Attach(ViommuRig.Nic, null, ViommuRig.Blue), ViommuRig.Map(0x1000));
        rig.Driver.Reset();
        Assert.NotEmpty(rig.Device.Attached);
        rig.Device.Log.Clear();
        rig.Driver.Begin();
        Assert.Equal([new ViommuRequest.Detach(ViommuRig.Blue, ViommuRig.Nic)], rig.Device.Log);
        Assert.Empty(rig.Device.Attached);
    }
}
