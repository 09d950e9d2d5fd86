using IoSpec.Engine;
using Xunit;

namespace IoSpec.Tests.Tool;

public sealed class MutantTests
{
    [Fact]
    public void A_mutant_is_noticed_as_a_part_of_a_host_where_a_host_shows_what_it_does()
    {
        using var run = new ToolRun();
        Assert.Equal(ExitCode.Conforms, run.Run(
            "mutants", "run", "--in-hosts", "--cases", "512", "dirty-no-write-marked", "migration-barrier-left-out",
            "migration-session-handle-lost", "zpci-configured-twice"));
        Assert.Contains("\ndirty in hosts: 1 killed, 0 survived, 0 unseen of 1;", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "\nmigration in hosts: 2 killed, 0 survived, 0 unseen of 2;", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nzpci in hosts: 0 killed, 0 survived, 1 unseen of 1\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mutant_of_an_area_that_plays_no_part_in_hosts_is_one_line()
    {
        using var run = new ToolRun();
        Assert.Equal(ExitCode.Usage, run.Run("mutants", "run", "--in-hosts", "-a", "walk"));
        Assert.Contains(
            "parts of a host are of the areas dirty, dma, iommu, migration, pasid, virtio, zpci", run.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Two_correct_implementations_of_a_host_may_differ_and_one_does_not_differ_from_itself()
    {
        var area = Areas.AreaCatalogue.Find("host")!;
        var reference = Source("iommu=reference");
        Assert.Null(Divergence.First(area, reference, Source("iommu=reference"), seed: 1, cases: 100));
        Assert.NotNull(Divergence.First(
            area, reference, Source("dirty=mutant:dirty-no-write-marked"), seed: 1, cases: 100));

        TargetSource Source(string part) =>
            new(part, NeedsWorker: false, Targets.TargetCatalogue.Find($"host:{part}").For(area.Types)!.Open);
    }
}
