using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.Amdvi;
using IoSpec.Tests.Qemu.Fakes;
using Xunit;

namespace IoSpec.Tests.Qemu.Amdvi;

/// <summary>Nobody passes by accident, and no unit sees a device table entry that was never asked for.</summary>
public sealed class DeviceTableTests
{
    private const ulong Blocked = 3;
    private const ulong Passed = 0x6000_0000_0000_0003;
    private const ulong OfBlue = 0x6000_0000_0012_0803;

    [Fact]
    public void Every_requester_that_the_table_has_room_for_is_blocked_at_the_start()
    {
        var rig = new AmdviRig();
        Assert.Equal(0x200_0001ul, Table(rig).Content.Value);
        for (var id = 0u; id < 256; id++) Assert.Equal((Blocked, 0x203ul), Entry(rig, id));
    }

    [Fact]
    public void An_attachment_is_blocked_first_then_has_its_domain_then_its_tables()
    {
        var rig = new AmdviRig();
        rig.Do(new IommuOperation.Attach(AmdviRig.Nic, null, AmdviRig.Blue));
        Assert.Equal([Blocked, 1ul, OfBlue], Stores(rig));
        rig.Unit.Log.Clear();
        rig.Do(new IommuOperation.Attach(AmdviRig.Nic, null, AmdviRig.Red));
        Assert.Equal([Blocked, 2ul, OfBlue + 0x1000], Stores(rig));
    }

    [Fact]
    public void A_detachment_takes_the_rights_with_its_first_store()
    {
        var rig = new AmdviRig();
        rig.Do(new IommuOperation.Attach(AmdviRig.Nic, null, AmdviRig.Blue));
        rig.Unit.Log.Clear();
        rig.Do(new IommuOperation.Detach(AmdviRig.Nic, null));
        Assert.Equal([Blocked, 0x203ul], Stores(rig));
    }

    [Fact]
    public void A_bypass_has_rights_and_no_tables()
    {
        var rig = new AmdviRig();
        rig.Do(new IommuOperation.Bypass(AmdviRig.Nic));
        Assert.Equal((Passed, 0x202ul), Entry(rig, 0x28));
        rig.Driver.Reset();
        Assert.Equal((Blocked, 0x203ul), Entry(rig, 0x28));
    }

    private static DeviceTable Table(AmdviRig rig) => new(rig.Unit, [0]);

    private static (ulong Low, ulong Tag) Entry(AmdviRig rig, uint id)
    {
        var at = AmdviLayout.Devices.Plus(id * 32ul);
        return (rig.Unit.Load(at).Value, rig.Unit.Load(at.Plus(8)).Value);
    }

    private static IEnumerable<ulong> Stores(AmdviRig rig) =>
        rig.Unit.Log.OfType<PortEvent.Stored>().Select(store => store.Value.Value);
}
