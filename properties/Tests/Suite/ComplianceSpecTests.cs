using System.Reflection;
using IoSpec.Areas;
using IoSpec.Core.Iommu;
using IoSpec.Suite;
using IoSpec.Suite.Dirty;
using IoSpec.Suite.Dma;
using IoSpec.Suite.Iommu;
using IoSpec.Suite.Migration;
using IoSpec.Suite.Pasids;
using IoSpec.Suite.Virtio;
using IoSpec.Suite.Walk;
using IoSpec.Suite.Zpci;
using Xunit;

namespace IoSpec.Tests.Suite;

public sealed class ComplianceSpecTests
{
    [Fact]
    public void A_target_without_a_spec_fails()
    {
        var exception = Assert.Throws<RequirementFailedException>(new OfCore().Every_area_that_has_a_target_has_a_spec);
        Assert.Contains(typeof(OptimizedIommu).FullName!, exception.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(IommuSpec), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_spec_that_is_left_out_on_purpose_is_not_missed() =>
        new OfCoreOnPurpose().Every_area_that_has_a_target_has_a_spec();

    [Fact]
    public void An_assembly_without_targets_needs_no_specs() =>
        new OfSuite().Every_area_that_has_a_target_has_a_spec();

    [Fact]
    public void Every_area_has_a_spec_to_derive()
    {
        var specs = typeof(AreaSpec<,>).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: true, BaseType: not null })
            .Select(type => type.BaseType!).Where(type => type.IsGenericType)
            .Select(type => type.GenericTypeArguments[0]);
        Assert.Empty(AreaCatalogue.All.Select(area => area.Types.Configuration).Except(specs));
    }

    private class OfCore : ComplianceSpec
    {
        protected override IEnumerable<Assembly> Assemblies => [typeof(OptimizedIommu).Assembly];
    }

    private sealed class OfCoreOnPurpose : OfCore
    {
        protected override IEnumerable<Type> Ignored =>
            [
                typeof(DirtySpec), typeof(DmaSpec), typeof(IommuSpec), typeof(MigrationSpec),
                typeof(PasidSpec), typeof(VirtioSpec), typeof(WalkSpec), typeof(ZpciSpec),
            ];
    }

    private sealed class OfSuite : ComplianceSpec
    {
        protected override IEnumerable<Assembly> Assemblies => [typeof(ComplianceSpec).Assembly];
    }
}
