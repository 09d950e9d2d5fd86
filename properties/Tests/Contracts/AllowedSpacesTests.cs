using IoSpec.Contracts;
using Xunit;

namespace IoSpec.Tests.Contracts;

public sealed class AllowedSpacesTests
{
    [Fact]
    public void No_row_is_there_twice()
    {
        var keys = AllowedSpaces.All.Select(row => (row.Observer, row.Channel, row.Level, row.Kind)).ToList();
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Fact]
    public void Everything_without_a_row_is_a_leak()
    {
        var allowed = AllowedSpaces.All.Select(row => (row.Observer, row.Channel, row.Kind, row.Level)).ToHashSet();
        var all =
            from observer in Enum.GetValues<Observer>()
            from channel in Enum.GetValues<Channel>()
            from kind in Enum.GetValues<AddressKind>()
            from level in Enumerable.Range(-1, 5)
            select (observer, channel, kind, level);
        Assert.All(all, at => Assert.Equal(
            allowed.Contains(at), AllowedSpaces.Permits(at.observer, at.channel, at.kind, at.level)));
    }

    [Fact]
    public void Nobody_sees_an_address_of_the_host_s_memory()
    {
        Assert.DoesNotContain(AllowedSpaces.All, row => row.Level == 0 && row.Kind == AddressKind.Physical);
        Assert.DoesNotContain(
            AllowedSpaces.All, row => row.Level == 0 && row.Observer is Observer.GuestDriver or Observer.Device);
    }

    [Fact]
    public void Every_channel_and_every_observer_has_a_row()
    {
        Assert.Equal(Enum.GetValues<Channel>(), AllowedSpaces.All.Select(row => row.Channel).Distinct().Order());
        Assert.Equal(Enum.GetValues<Observer>(), AllowedSpaces.All.Select(row => row.Observer).Distinct().Order());
    }

    [Fact]
    public void Every_row_says_why_and_where_it_is_written() => Assert.All(AllowedSpaces.All, row =>
    {
        Assert.Matches(@"^[A-Z][^.]*\.$", row.Why);
        Assert.False(string.IsNullOrWhiteSpace(row.Source));
    });

    [Fact]
    public void The_names_of_the_one_guest_case_are_spaces_of_their_own()
    {
        Space[] named = [Space.Iova(), Space.Iova(new RequesterId(1)), Space.Gpa, Space.Hva, Space.Hpa];
        Assert.Equal(named.Length, named.Distinct().Count());
        Assert.Equal(new Space(1, AddressKind.Bus, new RequesterId(1)), Space.Iova(new RequesterId(1)));
        Assert.Equal((1, AddressKind.Physical), (Space.Gpa.Level, Space.Gpa.Kind));
        Assert.Equal((0, AddressKind.Virtual), (Space.Hva.Level, Space.Hva.Kind));
        Assert.Equal((0, AddressKind.Physical), (Space.Hpa.Level, Space.Hpa.Kind));
    }
}
