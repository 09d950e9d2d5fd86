using IoSpec.Contracts;
using IoSpec.Tests.Qemu.Fakes;
using Xunit;
using static IoSpec.Contracts.Iommu.IommuOperation;

namespace IoSpec.Tests.Qemu.Vtd;

/// <summary>Root and context entries against words written down by hand from the specification's layout.</summary>
public sealed class ContextTableTests
{
    private const ulong Root = 0x10_0000;
    private const ulong FirstContexts = 0x11_0000;
    private const ulong SecondContexts = 0x11_1000;

    [Theory]
    [InlineData(FakeRegisters.Capability39, 1)]
    [InlineData(FakeRegisters.Capability48, 2)]
    public void An_attached_requester_has_tables_tag_and_width(ulong capability, ulong width)
    {
        var rig = DriverRig.WithDomains(capability);
        rig.Do(new Attach(DriverRig.Bridge, null, DriverRig.Red));
        AssertWord(rig, Root + 0x20, SecondContexts | 1);
        AssertWord(rig, Root + 0x28, 0);
        AssertWord(rig, SecondContexts, 0x12_1000 | 1);
        AssertWord(rig, SecondContexts + 8, (2 << 8) | width);
    }

    [Theory]
    [InlineData(FakeRegisters.Capability39, 1)]
    [InlineData(FakeRegisters.Capability48, 2)]
    public void A_requester_that_is_passed_through_has_type_2_and_the_largest_width(ulong capability, ulong width)
    {
        var rig = DriverRig.WithDomains(capability);
        rig.Do(new Bypass(new RequesterId(0x29)));
        AssertWord(rig, Root, FirstContexts | 1);
        AssertWord(rig, FirstContexts + 0x290, 0b1001);
        AssertWord(rig, FirstContexts + 0x298, (0x102 << 8) | width);
    }

    [Fact]
    public void The_entry_is_present_only_when_its_other_half_is_there_and_the_root_entry_comes_last()
    {
        var rig = DriverRig.WithDomains();
        rig.Do(new Attach(DriverRig.Nic, null, DriverRig.Blue));
        Assert.Equal([FirstContexts + 0x288, FirstContexts + 0x280, Root], Stores(rig).Select(s => s.At.Value));
    }

    [Fact]
    public void An_entry_in_use_is_absent_while_it_changes()
    {
        var rig = DriverRig.WithDomains();
        rig.Do(new Attach(DriverRig.Nic, null, DriverRig.Blue));
        rig.Unit.Log.Clear();
        rig.Do(new Attach(DriverRig.Nic, null, DriverRig.Red));
        Assert.Equal(
            [(FirstContexts + 0x280, 0ul), (FirstContexts + 0x288, 0x201ul), (FirstContexts + 0x280, 0x12_1001ul)],
            Stores(rig).Select(s => (s.At.Value, s.Value.Value)));
    }

    [Fact]
    public void A_detached_requester_has_no_entry_and_its_neighbours_keep_theirs()
    {
        var rig = DriverRig.WithDomains();
        rig.Do(new Attach(DriverRig.Nic, null, DriverRig.Blue));
        rig.Do(new Attach(new RequesterId(0x29), null, DriverRig.Blue));
        rig.Do(new Detach(DriverRig.Nic, null));
        AssertWord(rig, FirstContexts + 0x280, 0);
        AssertWord(rig, FirstContexts + 0x290, 0x12_0001);
    }

    [Fact]
    public void No_change_of_an_attachment_invalidates_by_itself()
    {
        var rig = DriverRig.WithDomains();
        rig.Do(new Attach(DriverRig.Nic, null, DriverRig.Blue));
        rig.Do(new Bypass(DriverRig.Nic));
        rig.Do(new Detach(DriverRig.Nic, null));
        Assert.All(rig.Unit.Log, e => Assert.IsType<PortEvent.Stored>(e));
    }

    [Fact]
    public void After_a_reset_nothing_is_attached_and_nothing_is_cached()
    {
        var rig = DriverRig.WithDomains();
        rig.Do(new Attach(DriverRig.Nic, null, DriverRig.Blue));
        rig.Map(0, DriverRig.Frames, 3);
        rig.Unit.Log.Clear();
        rig.Driver.Reset();
        Assert.True(rig.Unit.Memory.Words(new Gpa(Root)).IndexOfAnyExcept(0ul) < 0);
        Assert.True(rig.Unit.Memory.Words(new Gpa(FirstContexts)).IndexOfAnyExcept(0ul) < 0);
        Assert.Empty(new TableWalker(rig.Unit.Memory, 3).All(DriverRig.Top(DriverRig.Blue), without: 510));
        var executed = rig.Unit.Log.OfType<PortEvent.Executed>().Select(e => e.Low.Value & 0x3f).ToList();
        Assert.Equal([0x11ul, 0x12ul], executed.Take(2));
        var cleared = rig.Unit.Log.FindLastIndex(e => e is PortEvent.Cleared);
        Assert.True(cleared < rig.Unit.Log.FindIndex(e => e is PortEvent.Executed));
    }

    [Fact]
    public void Only_requesters_on_the_buses_of_the_machine_have_a_context_table()
    {
        var rig = DriverRig.WithDomains();
        Assert.True(rig.Driver.Covers(new RequesterId(0x82ff)));
        Assert.False(rig.Driver.Covers(new RequesterId(0x100)));
        Assert.False(rig.Driver.Covers(new RequesterId(0x1_0028)));
        Assert.Throws<ArgumentOutOfRangeException>(() => rig.Driver.Block(new RequesterId(0x100)));
    }

    private static void AssertWord(DriverRig rig, ulong at, ulong expected) =>
        Assert.Equal(new Word(expected), rig.Unit.Memory.Load(new Gpa(at)));

    private static IEnumerable<PortEvent.Stored> Stores(DriverRig rig) => rig.Unit.Log.OfType<PortEvent.Stored>();
}
