using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;
using Xunit;
using static IoSpec.Contracts.Pasids.PasidOperation;
using static IoSpec.Tests.Pasids.Platforms;

namespace IoSpec.Tests.Pasids;

/// <summary>What every IOMMU makes of a guest's control bits, and what an answer breaks.</summary>
public sealed class PasidJudgeTests
{
    // A function without capabilities gets a new one at the end, found through a header that leads on.
    private const int Place = 0xff8;

    private static readonly CapabilityNode Ats = Node(0x100, Architected.Ats, 0);

    [Theory]
    [InlineData(PasidUnit.Vtd, BlockReason.ExecuteOff)]
    [InlineData(PasidUnit.Smmuv3, null)]
    [InlineData(PasidUnit.Riscv, null)]
    [InlineData(PasidUnit.Amdvi, null)]
    public void An_execute_request_that_the_guest_has_off_is_refused_where_it_can_be(
        PasidUnit unit, BlockReason? reason)
    {
        var seen = Last(
            Of(unit, Ats), Enable(7), new Assign(One), Write(ConfigSide.Guest, One, Place + 6, 2, 1), Bind(One, 5, 1),
            Platforms.Dma(One, 5, DmaKind.Execute));
        Assert.Equal(reason, (seen as PasidObservation.Blocked)?.Reason);
    }

    [Theory]
    [InlineData(PasidUnit.Vtd, 6u)]
    [InlineData(PasidUnit.Smmuv3, 6u)]
    [InlineData(PasidUnit.Riscv, 0u)]
    [InlineData(PasidUnit.Amdvi, 0u)]
    public void Only_what_the_unit_can_refuse_is_offered(PasidUnit unit, uint supported)
    {
        var seen = Assert.IsType<PasidObservation.Assigned>(Last(Of(unit, Ats), Enable(7), new Assign(One)));
        Assert.Equal(0x1000u | supported, seen.Capability.Value);
    }

    [Fact]
    public void Two_guests_have_different_bits_and_the_physical_function_its_own()
    {
        PasidOperation[] before =
        [
            Enable(5), new Assign(One), new Assign(Two), Write(ConfigSide.Guest, One, Place + 6, 2, 5),
            Write(ConfigSide.Guest, Two, Place + 6, 1, 1),
        ];
        var platform = Of(PasidUnit.Vtd, Ats);
        Assert.Equal(Value(5), Last(platform, [.. before, Read(ConfigSide.Guest, One, Place + 6, 2)]));
        Assert.Equal(Value(1), Last(platform, [.. before, Read(ConfigSide.Guest, Two, Place + 6, 2)]));
        Assert.Equal(Value(5), Last(platform, [.. before, Read(ConfigSide.Hardware, Physical, Control, 2)]));
        Assert.Equal(
            ["PASID-REG-09"], Broken(platform, before, Read(ConfigSide.Guest, One, Place + 6, 2), Value(1)));
        Assert.Equal(
            ["PASID-REG-08"], Broken(platform, before, Read(ConfigSide.Hardware, Physical, Control, 2), Value(1)));
    }

    [Fact]
    public void What_is_turned_off_may_go_on_until_an_invalidation()
    {
        PasidOperation[] before =
        [
            Enable(1), new Assign(One), Write(ConfigSide.Guest, One, Place + 6, 2, 1), Bind(One, 5, 1),
            Write(ConfigSide.Guest, One, Place + 6, 2, 0),
        ];
        var (platform, lands) = (Of(PasidUnit.Vtd, Ats), new PasidObservation.Landed(new Gpa(0x0101_7000)));
        Assert.Empty(Broken(platform, before, Platforms.Dma(One, 5), lands));
        Assert.Equal(
            ["PASID-ENF-10"],
            Broken(platform, [.. before, new Invalidate(One)], Platforms.Dma(One, 5), lands));
    }

    [Fact]
    public void A_detached_pasid_reaches_neither_its_former_space_nor_that_of_the_function()
    {
        PasidOperation[] before =
        [
            Enable(1), new Assign(One), Write(ConfigSide.Guest, One, Place + 6, 2, 1), Bind(One, null, 0),
        ];
        Assert.Equal(
            ["PASID-ENF-05"],
            Broken(
                Of(PasidUnit.Riscv, Ats), before, Platforms.Dma(One, 5),
                new PasidObservation.Landed(new Gpa(0x0100_7000))));
        var foreign = new PasidObservation.Landed(new Gpa(0x0200_7000));
        Assert.Equal(["PASID-ENF-06"], Broken(Of(PasidUnit.Riscv, Ats), before, Platforms.Dma(One, null), foreign));
    }

    [Fact]
    public void When_the_physical_function_turns_pasids_off_nothing_is_sent()
    {
        PasidOperation[] before =
        [
            Enable(1), new Assign(One), Write(ConfigSide.Guest, One, Place + 6, 2, 1), Bind(One, null, 0),
            Bind(One, 5, 1), Enable(0),
        ];
        var platform = Of(PasidUnit.Amdvi, Ats);
        Assert.IsType<PasidObservation.NotSent>(Last(platform, [.. before, Platforms.Dma(One, 5)]));
        Assert.Equal(Value(1), Last(platform, [.. before, Read(ConfigSide.Guest, One, Place + 6, 2)]));
        Assert.Equal(
            ["PASID-ENF-07"],
            Broken(platform, before, Platforms.Dma(One, 5), new PasidObservation.Landed(new Gpa(0x0100_7000))));
    }

    [Theory]
    [InlineData(PasidUnit.Vtd, PageResponseCode.Failure, 1)]
    [InlineData(PasidUnit.Smmuv3, PageResponseCode.Success, 2)]
    [InlineData(PasidUnit.Smmuv3, PageResponseCode.Failure, 1)]
    [InlineData(PasidUnit.Riscv, PageResponseCode.Success, 0)]
    public void A_guest_s_answer_is_encoded_for_the_unit_and_never_a_failure(
        PasidUnit unit, PageResponseCode code, ulong encoding)
    {
        const int pages = 0xfe8;
        var group = new PageGroup(3);
        var seen = Last(
            Of(unit, Ats), Enable(1), Write(ConfigSide.Hardware, Physical, 0x12c, 4, 2),
            Write(ConfigSide.Hardware, Physical, 0x124, 2, 1), new Assign(One),
            Write(ConfigSide.Guest, One, pages + 4, 2, 1),
            new PageRequest(One, new Pasid(5), group, Access.Read, IsLast: true), new Respond(One, group, code));
        var responded = Assert.IsType<PasidObservation.Responded>(seen);
        Assert.Equal((encoding, new Pasid(5)), (responded.Encoding.Value, responded.Received.Pasid!.Value));
        Assert.NotEqual(PageResponseCode.Failure, responded.Received.Code);
    }

    [Fact]
    public void A_function_without_capabilities_leads_to_the_new_one_from_the_start()
    {
        var seen = Assert.IsType<PasidObservation.Assigned>(Last(Of(PasidUnit.Vtd), Enable(1), new Assign(One)));
        Assert.Equal(new ConfigOffset(0x100), seen.Entries[0].At);
        Assert.Equal((new ConfigOffset(Place), Architected.Pasid), (seen.Entries[^1].At, seen.Entries[^1].Id));
        var overlaps = seen with { Entries = [new ChainEntry(new ConfigOffset(0x104), Architected.Pasid, 1)] };
        Assert.Equal(
            ["PASID-PLC-03"],
            Broken(Of(PasidUnit.Vtd, Ats), [Enable(1)], new Assign(One), overlaps with
            {
                Entries = [new ChainEntry(new ConfigOffset(0x100), Architected.Ats, 1), overlaps.Entries[0]],
            }));
    }

    private static PasidObservation.Value Value(ulong bytes) => new(new Word(bytes));
}
