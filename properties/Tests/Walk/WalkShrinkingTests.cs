using IoSpec.Areas.Walk;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Mutants;
using Xunit;

namespace IoSpec.Tests.Walk;

/// <summary>What a violation is shrunk to, configuration included.</summary>
public sealed class WalkShrinkingTests
{
    [Fact]
    public void Who_is_of_one_format_needs_one_device_and_one_window()
    {
        var mutant = MutantCatalogue.All.Single(mutant => mutant.Id == "tce-offset-of-small-page");
        var source = new TargetSource(mutant.Id, NeedsWorker: false, mutant.Open);
        var prey = new Hunt().Run(new WalkArea(), source, mutant.Requirement, CancellationToken.None);
        var configuration = (WalkConfiguration)prey.Failure!.Configuration;
        Assert.Single(configuration.Devices);
        Assert.Single(((WalkUnit.Tce)configuration.Unit).Windows);
        Assert.Null(configuration.Problem());
    }
}
