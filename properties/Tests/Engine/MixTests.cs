using IoSpec.Engine;
using Xunit;

namespace IoSpec.Tests.Engine;

public sealed class MixTests
{
    [Fact]
    public void Seeds_of_cases_stay_the_same_from_version_to_version()
    {
        Assert.Equal(12229585171761300020ul, Mix.Of(1, "toy", 0));
        Assert.Equal(14994731256550488061ul, Mix.Of(ulong.MaxValue, "iommu", long.MaxValue));
    }

    [Fact]
    public void Every_seed_area_and_case_has_a_seed_of_its_own()
    {
        var seeds = new HashSet<ulong>();
        string[] areas = ["toy", "toz", "yot", "", "iommu", "iommu/configuration"];
        foreach (var area in areas)
        {
            for (var seed = 0ul; seed < 8; seed++)
            {
                for (var index = 0; index < 1000; index++) Assert.True(seeds.Add(Mix.Of(seed, area, index)));
            }
        }
    }
}
