using System.Collections;
using IoSpec.Contracts;
using Xunit;

namespace IoSpec.Tests.Contracts;

public sealed class ValueListTests
{
    [Fact]
    public void Lists_with_the_same_items_in_the_same_order_are_equal()
    {
        ValueList<int> one = [1, 2, 3];
        ValueList<int> other = ValueList.Create([1, 2, 3]);
        Assert.True(one == other);
        Assert.False(one != other);
        Assert.True(one.Equals((object)other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void Other_items_another_order_and_another_count_make_another_list()
    {
        ValueList<int> list = [1, 2, 3];
        Assert.True(list != [1, 2, 4]);
        Assert.True(list != [3, 2, 1]);
        Assert.True(list != [1, 2]);
        Assert.False(list.Equals(new object()));
    }

    [Fact]
    public void A_list_that_was_never_made_is_the_empty_one()
    {
        ValueList<int> none = default;
        Assert.True(none == []);
        Assert.Empty(none);
        Assert.True(none.AsSpan().IsEmpty);
        Assert.Equal(none.GetHashCode(), new ValueList<int>().GetHashCode());
    }

    [Fact]
    public void A_list_does_not_change_with_what_it_was_made_from()
    {
        int[] items = [1, 2];
        var list = ValueList.Create<int>(items);
        items[0] = 7;
        Assert.Equal([1, 2], list);
    }

    [Fact]
    public void Lists_of_values_are_values_themselves()
    {
        ValueList<ValueList<string>> one = [["a"], []];
        ValueList<ValueList<string>> other = [ValueList.Of("a"), default];
        Assert.Equal(one, other);
    }

    [Fact]
    public void A_list_is_read_like_any_other()
    {
        ValueList<string> list = ["a", "b"];
        Assert.Equal(2, list.Count);
        Assert.Equal("b", list[1]);
        Assert.Equal("[a, b]", list.ToString());
        Assert.Equal(new object[] { "a", "b" }, ((IEnumerable)list).Cast<object>());
    }
}
