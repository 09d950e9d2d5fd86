using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Engine;
using IoSpec.Tests.Toy;
using Xunit;
using static IoSpec.Contracts.Iommu.IommuOperation;

namespace IoSpec.Tests.Engine;

public sealed class CouplingTests
{
    private static readonly DomainId Blue = new(2);
    private static readonly Iova At = new(0x5000);

    private static readonly Operation[] Operations =
    [
        new CreateDomain(Blue),
        new Map(Blue, At, new Gpa(0x5000), new PageCount(1), Access.Read, PageSize.Size4K),
        new Attach(new RequesterId(1), new Pasid(2), Blue),
        new Invalidate(new InvalidationScope.OfPages(Blue, At, new PageCount(1), false)),
    ];

    [Fact]
    public void The_values_that_occur_more_than_once_are_found_whatever_holds_them() =>
        Assert.Equal([Blue, At, new PageCount(1)], Coupling.ValuesOf(Operations));

    [Fact]
    public void A_value_is_replaced_wherever_it_is_of_its_own_type()
    {
        var replaced = Operations.Select(o => Coupling.Replace(o, Blue, new DomainId(1))).ToList();
        Assert.Equal(new CreateDomain(new DomainId(1)), replaced[0]);
        Assert.Equal(new Attach(new RequesterId(1), new Pasid(2), new DomainId(1)), replaced[2]);
        var moved = (Map)Coupling.Replace(Operations[1], At, new Iova(0));
        Assert.Equal((new Iova(0), new Gpa(0x5000)), (moved.At, moved.To));
        var scope = (InvalidationScope.OfPages)((Invalidate)Coupling.Replace(Operations[3], At, new Iova(0))).Scope;
        Assert.Equal(new Iova(0), scope.At);
    }

    [Fact]
    public void What_does_not_hold_the_value_stays_the_same_object() =>
        Assert.Same(Operations[2], Coupling.Replace(Operations[2], At, new Iova(0)));

    [Fact]
    public void Items_of_a_list_are_coupled_too()
    {
        Operation[] operations = [new ToyOperation.Write(new Register(3), 1), new ToyOperation.Sum([new Register(3)])];
        Assert.Equal([new Register(3)], Coupling.ValuesOf(operations));
        Assert.Equal(
            new ToyOperation.Sum([new Register(0)]),
            Coupling.Replace(operations[1], new Register(3), new Register(0)));
    }
}
