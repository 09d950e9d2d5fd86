using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Reference.Iommu;
using Xunit;

namespace IoSpec.Tests.Iommu;

public sealed class AllowedResultsTests
{
    [Fact]
    public void It_is_a_set_of_addresses()
    {
        var results = default(AllowedResults);
        foreach (var at in (ulong[])[1, 2, 1, 2, 1]) results.Add(new Gpa(at));
        Assert.Equal((2, new Gpa(1), new Gpa(2)), (results.Count, results[0], results[1]));
        Assert.True(results.Contains(new Gpa(2)));
        Assert.False(results.Contains(new Gpa(3)));
        Assert.False(results.MayFault || results.MustFault || results.IsAmbiguous);
    }

    [Fact]
    public void A_fault_may_have_several_reasons()
    {
        var results = default(AllowedResults);
        results.Add(FaultReason.NotAttached);
        results.Add(FaultReason.NotPermitted);
        Assert.Equal((1 << (int)FaultReason.NotAttached) | (1 << (int)FaultReason.NotPermitted), results.Reasons);
        Assert.True(results.MayFault && results.MustFault);
        results.Add(new Gpa(1));
        Assert.True(results.MayFault && !results.MustFault);
    }

    [Fact]
    public void Too_many_results_are_ambiguous_and_the_same_ones_again_are_not()
    {
        var results = default(AllowedResults);
        for (var at = 0ul; at < IommuBounds.Results; at++) results.Add(new Gpa(at));
        results.Add(new Gpa(0));
        Assert.False(results.IsAmbiguous);
        results.Add(new Gpa(IommuBounds.Results));
        Assert.True(results.IsAmbiguous);
        Assert.False(results.MustFault);
    }
}
