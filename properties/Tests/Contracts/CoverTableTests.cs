using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using Xunit;

namespace IoSpec.Tests.Contracts;

public sealed class CoverTableTests
{
    [Fact]
    public void Coverpoints_have_names_of_their_own()
    {
        var ids = IommuCoverpoints.Table.All.Select(point => point.Id).ToList();
        Assert.All(ids, id => Assert.Matches("^[a-z]+(/[a-zA-Z0-9-]+)+$", id));
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_coverpoint_knows_its_place()
    {
        var table = new CoverTable();
        var (first, second) = (table.Declare("a/first"), table.Declare("a/second"));
        Assert.Equal([first, second], table.All);
        Assert.Equal((0, 1), (first.Index, second.Index));
    }
}
