using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.Smmuv3;
using Xunit;

namespace IoSpec.Tests.Qemu.Smmuv3;

/// <summary>Commands against words written down by hand from the specification's layout.</summary>
public sealed class SmmuCommandTests
{
    private static readonly SmmuCapability Unit =
        new(new Word(0x0d44_101b), new Word(0x0273_0010), new Word(0x404), new Word(0x74));

    private static readonly DomainId Blue = new(0x101);

    [Fact]
    public void Everything_is_all_configurations_and_all_translations() =>
        AssertCommands(SmmuStage.First, new InvalidationScope.Everything(), (0x04, 31), (0x30, 0));

    [Fact]
    public void A_requester_is_its_stream() => AssertCommands(
        SmmuStage.First, new InvalidationScope.OfRequester(new RequesterId(0xa00)), (0x0000_0a00_0000_0003, 0));

    [Theory]
    [InlineData(SmmuStage.First, 0x0101_0000_0000_0011)]
    [InlineData(SmmuStage.Second, 0x0000_0101_0000_0028)]
    [InlineData(SmmuStage.Nested, 0x0101_0009_0000_0011)]
    public void A_domain_is_its_address_space_or_its_machine(SmmuStage stage, ulong low) =>
        AssertCommands(stage, new InvalidationScope.OfDomain(Blue), (low, 0));

    [Theory]
    [InlineData(SmmuStage.First, 0x0101_0000_0000_0012)]
    [InlineData(SmmuStage.Second, 0x0000_0101_0000_002a)]
    public void One_page_is_told_without_its_granule(SmmuStage stage, ulong low) =>
        AssertCommands(stage, Pages(0x7000, 1, leafOnly: true), (low, 0x7001));

    [Fact]
    public void Three_pages_are_one_range_of_pages_of_4_KiB() => AssertCommands(
        SmmuStage.First, Pages(0x7000, 3, leafOnly: false), (0x0101_0000_0000_0012 | (2 << 12), 0x7400));

    [Fact]
    public void A_range_is_cut_into_units_and_what_is_left() => AssertCommands(
        SmmuStage.First, Pages(0x10_0000, 513, leafOnly: false),
        (0x0101_0000_0000_0012 | (31 << 12) | (4 << 20), 0x10_0400), (0x0101_0000_0000_0012, 0x30_0000));

    [Fact]
    public void Without_ranges_many_pages_are_the_whole_domain()
    {
        var plan = new SmmuPlan(Unit with { Idr3 = default }, SmmuStage.First);
        Assert.Equal(3, plan.Commands(Pages(0, 3, leafOnly: false)).Length);
        var command = Assert.Single(plan.Commands(Pages(0, 17, leafOnly: false)));
        Assert.IsType<SmmuCommand.SpaceOf>(command);
    }

    private static InvalidationScope.OfPages Pages(ulong at, ulong pages, bool leafOnly) =>
        new(Blue, new Iova(at), new PageCount(pages), leafOnly);

    private static void AssertCommands(
        SmmuStage stage, InvalidationScope scope, params (ulong Low, ulong High)[] expected) => Assert.Equal(
        expected,
        new SmmuPlan(Unit, stage).Commands(scope).Select(command => command.Encode())
            .Select(words => (words.Low.Value, words.High.Value)));
}
