using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Migration;
using IoSpec.Contracts.Pasids;
using IoSpec.Reference.Host;
using IoSpec.Tests.Pasids;
using Xunit;
using static IoSpec.Tests.Host.Hosts;

namespace IoSpec.Tests.Host;

/// <summary>A virtual function with PASIDs, whose guest has eight pages of each address space.</summary>
public sealed class HostParentTests
{
    private const int Place = 0xff8;
    private const ulong Page7 = 7 * Page.Bytes;

    [Fact]
    public void A_function_reaches_the_memory_of_its_guest_by_a_PASID_where_the_guest_is()
    {
        var host = Prepared();
        Assert.Equal(Frame(side: 0), Reached(host));
        host.Do(new HostOperation.StartMigration(Guest), new HostOperation.Finish(Guest));
        Assert.Equal(Frame(side: 1), Reached(host));
    }

    [Fact]
    public void A_function_that_may_not_use_memory_sends_nothing_by_a_PASID()
    {
        var host = Prepared();
        host.Do(new HostOperation.SetMaster(One, false));
        Assert.Equal(new HostObservation.Configured(PasidObservation.NotSent.Instance, null), host.Do(Dma));
        host.Do(new HostOperation.SetMaster(One, true));
        Assert.NotNull(Reached(host));
    }

    [Fact]
    public void A_function_whose_guest_stands_still_sends_nothing_by_a_PASID()
    {
        var host = Prepared();
        host.Do(new HostOperation.StartMigration(Guest), new HostOperation.Advance(Guest));
        Assert.Equal(new HostObservation.Configured(PasidObservation.NotSent.Instance, null), host.Do(Dma));
        host.Do(new HostOperation.Cancel(Guest));
        Assert.NotNull(Reached(host));
    }

    [Fact]
    public void What_is_written_by_a_PASID_arrives_in_the_other_host()
    {
        var host = Prepared();
        var arrived = Assert.IsType<HostObservation.Arrived>(host.Do(
            new HostOperation.StartMigration(Guest), Dma, new HostOperation.Finish(Guest)));
        Assert.Equal(
            [new PageStamp(HostLayout.Memory.Plus((8 * Page.Bytes) + Page7), new Held(6))], arrived.Pages.ToArray());
    }

    [Fact]
    public void Without_the_PASIDs_of_the_physical_function_a_virtual_one_has_none()
    {
        var host = Prepared();
        host.Do(new HostOperation.Configure(Platforms.Enable(0)));
        var seen = Assert.IsType<HostObservation.Configured>(host.Do(Dma));
        Assert.IsNotType<PasidObservation.Landed>(seen.Seen);
        Assert.Null(seen.At);
    }

    [Fact]
    public void The_next_guest_of_a_function_finds_nothing_attached()
    {
        var host = Prepared();
        host.Do(
            new HostOperation.Detach(One), new HostOperation.Assign(One, Guest),
            new HostOperation.SetMaster(One, true));
        Assert.IsNotType<PasidObservation.Landed>(Assert.IsType<HostObservation.Configured>(host.Do(Dma)).Seen);
    }

    [Fact]
    public void The_next_guest_of_a_function_finds_its_registers_as_new()
    {
        var host = Prepared();
        var read = new HostOperation.Configure(Platforms.Read(ConfigSide.Guest, Platforms.One, 0x106, 2));
        var before = host.Do(read);
        Assert.NotEqual(
            before,
            host.Do(
                new HostOperation.Configure(Platforms.Write(ConfigSide.Guest, Platforms.One, 0x106, 2, 0x8000)), read));
        Assert.Equal(before, host.Do(new HostOperation.Detach(One), new HostOperation.Assign(One, Guest), read));
    }

    [Fact]
    public void A_parent_that_does_not_reset_a_function_is_not_taken_at_the_word_of_its_host()
    {
        var refusal = PasidObservation.Refused.Instance;
        var host = Of(
            Configuration,
            HostParts.Reference with
            {
                Pasid = () => new Odd<PasidConfiguration, PasidOperation>(
                    HostParts.Reference.Pasid(), does => does is PasidOperation.FunctionReset ? refusal : null),
            });
        host.Do(new HostOperation.Assign(One, Guest));
        Assert.Equal(refusal, host.Do(new HostOperation.ResetFunction(One)));
        Assert.Equal(refusal, host.Do(new HostOperation.Detach(One)));
    }

    [Theory]
    [InlineData(PasidFeatures.All & ~PasidFeatures.Reset, "")]
    [InlineData(PasidFeatures.All, "named")]
    public void A_parent_is_driven_as_its_host_needs_it(PasidFeatures features, string device)
    {
        var parent = Configuration.Parent! with { Features = features, Device = device };
        Assert.NotNull((Configuration with { Parent = parent }).Problem());
    }

    [Fact]
    public void A_parent_has_all_functions_of_the_host_and_they_belong_to_nobody()
    {
        var few = Configuration with { Devices = [.. Enumerable.Repeat(Configuration.Devices[0], 6)] };
        Assert.Equal("the parent has too few functions", few.Problem());
        Assert.Equal(
            "a virtual function with PASIDs belongs to somebody at the start",
            (Configuration with { Devices = [Device(HostDeviceKind.VirtualFunction)] }).Problem());
    }

    private static HostConfiguration Configuration { get; } = new(
        [Shape(GuestIommu.None)], [new DeviceShape(HostDeviceKind.VirtualFunction, null, MigrationFlags.None, null)],
        new IommuCache(1, 1), Platforms.Of(PasidUnit.Vtd, Platforms.Node(0x100, Architected.Ats, 0)));

    private static HostOperation.Configure Dma { get; } =
        new(new PasidOperation.Dma(Platforms.One, new Pasid(5), new Iova(Page7), DmaKind.Write, Privileged: false));

    private static ComposedHost Prepared()
    {
        var host = Of(Configuration);
        Assert.IsType<HostObservation.Given>(host.Do(
            new HostOperation.Configure(Platforms.Enable(7)), new HostOperation.Assign(One, Guest)));
        host.Do(
            new HostOperation.SetMaster(One, true),
            new HostOperation.Configure(Platforms.Write(ConfigSide.Guest, Platforms.One, Place + 6, 2, 1)),
            new HostOperation.Configure(Platforms.Bind(Platforms.One, 5, 1)));
        return host;
    }

    private static Hpa Frame(int side) => HostLayout.Frames(Guest, side).Plus((8 * Page.Bytes) + Page7);

    private static Hpa? Reached(ComposedHost host) => Assert.IsType<HostObservation.Configured>(host.Do(Dma)).At;
}
