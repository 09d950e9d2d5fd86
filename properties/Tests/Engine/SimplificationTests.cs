using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Engine;
using IoSpec.Tests.Support;
using IoSpec.Tests.Toy;
using Xunit;

namespace IoSpec.Tests.Engine;

public sealed class SimplificationTests
{
    public static TheoryData<Type> Declared { get; } =
        [typeof(IommuOperation), typeof(IommuConfiguration), typeof(ToyOperation), typeof(Everything)];

    [Theory]
    [MemberData(nameof(Declared))]
    public void Simpler_values_are_values_of_the_same_shape_and_differ(Type type)
    {
        var shape = Shape.Of(type);
        foreach (var value in ShapeSamples.Of(shape))
        {
            Assert.All(Simpler.Of(value!, type), simpler =>
            {
                Assert.True(shape.Holds(simpler));
                Assert.NotEqual(value, simpler);
            });
        }
    }

    [Theory]
    [MemberData(nameof(Declared))]
    public void Going_on_with_simpler_values_comes_to_an_end_whichever_is_taken(Type type)
    {
        var random = new SmallRandom(1);
        foreach (var sample in ShapeSamples.Of(Shape.Of(type)))
        {
            var value = sample!;
            var steps = 0;
            while (Simpler.Of(value, type).ToList() is { Count: > 0 } simpler)
            {
                value = random.Of(simpler);
                Assert.True(++steps < 20_000, $"{value} is simplified without end");
            }
        }
    }

    [Theory]
    [InlineData(0x5679, new ulong[] { 0, 1, 0x1000, 0x5678, 0x2b3c })]
    [InlineData(0x5678, new ulong[] { 0, 0x1000, 0x5670 })]
    [InlineData(0x1000ul, new ulong[] { 0, 0x800 })]
    [InlineData(9ul, new ulong[] { 0, 1, 8, 4 })]
    [InlineData(12ul, new ulong[] { 0, 1, 8, 6, 11 })]
    [InlineData(1ul, new ulong[] { 0 })]
    [InlineData(0ul, new ulong[] { })]
    public void Of_a_scalar_the_least_comes_first_then_the_next_and_a_page(ulong raw, ulong[] simpler) =>
        Assert.Equal(simpler, Simplification.OfScalar(new Iova(raw)).Select(value => ((Iova)value).Value));

    [Theory]
    [InlineData(0x5678, new ulong[] { 0, 1, 0x5670 })]
    [InlineData(2ul, new ulong[] { 0, 1 })]
    [InlineData(1ul, new ulong[] { 0 })]
    [InlineData(0ul, new ulong[] { })]
    public void A_word_has_fewer_bits(ulong raw, ulong[] simpler) =>
        Assert.Equal(simpler, Simplification.OfScalar(new Word(raw)).Select(value => ((Word)value).Value));

    [Fact]
    public void A_count_of_pages_stays_at_least_one() =>
        Assert.Equal([1ul, 2ul], Simplification.OfScalar(new PageCount(3)).Select(value => ((PageCount)value).Value));

    [Fact]
    public void What_may_be_absent_is_left_out_first()
    {
        var value = new Everything(new Iova(0), 0, false, Access.None, Axis.Safety, new Pasid(3), [new Iova(0)], "");
        var simpler = Simpler.Of(value, typeof(Everything)).Cast<Everything>().ToList();
        Assert.Equal([null, new Pasid(0), new Pasid(1), new Pasid(2)], simpler.Select(e => e.Maybe).Order());
        Assert.Null(simpler[0].Maybe);
    }

    [Fact]
    public void A_flag_becomes_false_a_name_an_earlier_one_and_a_set_loses_a_member()
    {
        var value = new Everything(new Iova(0), 0, true, Access.ReadWrite, Axis.Precision, null, [new Iova(0)], "");
        var simpler = Simpler.Of(value, typeof(Everything)).Cast<Everything>().ToList();
        Assert.Single(simpler, e => !e.Flag);
        Assert.Equal([Access.Write, Access.Read], simpler.Where(e => e.Set != Access.ReadWrite).Select(e => e.Set));
        Assert.Equal([Axis.Safety, Axis.Function], simpler.Where(e => e.Name != Axis.Precision).Select(e => e.Name));
    }

    [Fact]
    public void Of_a_set_one_member_alone_comes_before_all_but_one()
    {
        var value = new Everything(
            new Iova(0), 0, false, Access.ReadWrite | Access.Execute, Axis.Safety, null, [new Iova(0)], "");
        var simpler = Simpler.Of(value, typeof(Everything)).Cast<Everything>().Select(e => e.Set);
        Assert.Equal(
            [Access.Read, Access.Write | Access.Execute, Access.Read | Access.Execute, Access.ReadWrite], simpler);
    }

    [Fact]
    public void A_list_loses_items_but_never_the_last_and_its_items_become_simpler()
    {
        var value = new Everything(
            new Iova(0), 0, false, Access.None, Axis.Safety, null, [new Iova(0), new Iova(1)], "");
        var simpler = Simpler.Of(value, typeof(Everything)).Cast<Everything>().Select(e => e.List).ToList();
        Assert.Equal<ValueList<Iova>>([[new Iova(0)], [new Iova(1)], [new Iova(0), new Iova(0)]], simpler);
        var one = value with { List = [new Iova(0)] };
        Assert.Empty(Simpler.Of(one, typeof(Everything)));
    }

    [Fact]
    public void A_negative_number_and_words_stay()
    {
        var value = new Everything(new Iova(0), -5, false, Access.None, Axis.Safety, null, [new Iova(0)], "words");
        Assert.Empty(Simpler.Of(value, typeof(Everything)));
    }

    public sealed record Everything(
        Iova Scalar, int Number, bool Flag, Access Set, Axis Name, Pasid? Maybe, ValueList<Iova> List, string Text);
}
