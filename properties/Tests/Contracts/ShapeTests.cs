using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using Xunit;

namespace IoSpec.Tests.Contracts;

public sealed class ShapeTests
{
    [Fact]
    public void A_type_has_one_shape() =>
        Assert.Same(Shape.Of(typeof(IommuOperation)), Shape.Of(typeof(IommuOperation)));

    [Fact]
    public void Cases_are_in_the_order_of_their_declaration()
    {
        var names = ((Shape.Union)Shape.Of(typeof(InvalidationScope))).Cases.Select(c => c.Name);
        Assert.Equal("everything, ofDomain, ofPages, ofRequester", string.Join(", ", names));
    }

    [Fact]
    public void A_case_is_found_by_its_name_only()
    {
        var union = (Shape.Union)Shape.Of(typeof(InvalidationScope));
        Assert.Equal(typeof(InvalidationScope.OfDomain), union.Find("ofDomain")!.Type);
        Assert.Null(union.Find("OfDomain"));
    }

    [Fact]
    public void A_field_that_would_hide_the_kind_has_the_name_of_its_type()
    {
        var dma = (Shape.Product)Shape.Of(typeof(IommuOperation.Dma));
        Assert.Contains(dma.Fields, field => field.Name == "dmaKind");
        Assert.DoesNotContain(dma.Fields, field => field.Name == "kind");
    }

    [Fact]
    public void A_value_with_another_field_is_another_value()
    {
        var shape = (Shape.Product)Shape.Of(typeof(IommuOperation.CreateDomain));
        var one = new IommuOperation.CreateDomain(new DomainId(1));
        Assert.Equal(new IommuOperation.CreateDomain(new DomainId(2)), shape.With(one, 0, new DomainId(2)));
        Assert.Equal(new DomainId(1), one.Domain);
    }

    [Fact]
    public void Nonsense_deep_inside_a_value_is_seen()
    {
        var shape = Shape.Of(typeof(IommuObservation));
        Assert.False(shape.Holds(new IommuObservation.Refused((Refusal)99)));
        Assert.False(shape.Holds(new IommuObservation.Faults([null!], false)));
        Assert.False(shape.Holds(new Unsupported(null!)));
        var wide = new FaultRecord(default, default, Access.Read, FaultReason.Other, new Pasid(0x100000));
        Assert.False(shape.Holds(new IommuObservation.Faults([wide], false)));
        Assert.False(shape.Holds(new IommuObservation.Faults([wide with { Pasid = null, Wanted = (Access)8 }], false)));
        Assert.True(shape.Holds(new IommuObservation.Faults([wide with { Pasid = null }], false)));
    }

    [Theory]
    [InlineData(typeof(double))]
    [InlineData(typeof(int[]))]
    [InlineData(typeof(object))]
    [InlineData(typeof(Uri))]
    [InlineData(typeof(DateTime))]
    [InlineData(typeof(ValueList<int?>))]
    [InlineData(typeof(Operation))]
    public void A_type_that_no_operation_may_hold_has_no_shape(Type type) =>
        Assert.Throws<ArgumentException>(() => Shape.Of(type));

    [Fact]
    public void Two_fields_with_one_written_name_are_refused() =>
        Assert.Throws<ArgumentException>(() => Shape.Of(typeof(Twice)));

    [Fact]
    public void Plain_numbers_know_their_limits()
    {
        var shape = (Shape.Integer)Shape.Of(typeof(uint));
        Assert.Equal((0, uint.MaxValue), (shape.Least, shape.Most));
        Assert.Equal(7, shape.Value(7u));
        Assert.Throws<OverflowException>(() => shape.From(-1));
        Assert.False(shape.Holds(7));
    }

    private abstract record Twice
    {
        public sealed record Same(Level Kind, Level Level) : Twice;
    }
}
