using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Tests.Qemu.Fakes;
using Xunit;
using static IoSpec.Contracts.Iommu.IommuOperation;

namespace IoSpec.Tests.Qemu.VirtioIommu;

public sealed class ReportTests
{
    private static readonly FaultRecord Report =
        new(ViommuRig.Nic, new Iova(0x1000), Access.Write, FaultReason.NotPermitted, null);

    [Fact]
    public void Reports_are_kept_once_until_they_are_cleared()
    {
        var rig = new ViommuRig();
        rig.Device.Reports.Enqueue(Report);
        rig.Device.Reports.Enqueue(Report);
        rig.Driver.Collect(Access.Write);
        rig.Driver.Collect(Access.Write);
        Assert.Equal(new IommuObservation.Faults([Report], Overflow: false), rig.Driver.ReadFaults());
        rig.Do(new ClearFaults());
        Assert.Empty(rig.Driver.ReadFaults().Records);
    }

    [Fact]
    public void A_report_without_a_direction_is_of_the_last_access()
    {
        var rig = new ViommuRig();
        rig.Device.Reports.Enqueue(Report with { Wanted = Access.None });
        rig.Driver.Collect(Access.Read);
        Assert.Equal([Report with { Wanted = Access.Read }], rig.Driver.ReadFaults().Records);
    }

    [Fact]
    public void A_reset_forgets_reports()
    {
        var rig = new ViommuRig();
        rig.Device.Reports.Enqueue(Report);
        rig.Driver.Collect(Access.Write);
        rig.Driver.Reset();
        Assert.Empty(rig.Driver.ReadFaults().Records);
    }

    [Theory]
    [InlineData(64, 192)]
    [InlineData(8, 4)]
    [InlineData(4096, 256)]
    public void An_access_is_so_short_that_all_its_reports_find_room(int reports, ulong longest)
    {
        var device = new FakeViommu();
        var rig = new ViommuRig(new FakeViommu { Limits = device.Limits with { Reports = reports } });
        Assert.Equal(new ByteCount(longest), rig.Driver.Longest);
    }
}
