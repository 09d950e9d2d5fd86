using IoSpec.Areas;
using IoSpec.Engine;
using IoSpec.Mutants;
using Xunit;

namespace IoSpec.Tests.Engine;

public sealed class ShortcutTests
{
    private const long Cases = 64;
    private const ulong Seeds = 3;

    public static TheoryData<string> Areas => [.. AreaCatalogue.All.Select(area => area.Id)];

    [Theory]
    [MemberData(nameof(Areas))]
    public void Every_shortcut_has_fewer_operations_or_another_configuration(string id)
    {
        var area = AreaCatalogue.Find(id)!;
        for (var index = 0L; index < Cases; index++)
        {
            var sample = SampleCase.Of(area, null, seed: 1, index);
            foreach (var shortcut in area.ShortcutsOf(sample.Configuration, sample.Operations))
            {
                Assert.Equal(sample.Operations.Count, shortcut.Operations.Count);
                Assert.False(shortcut.Gone.Count == 0 && shortcut.Configuration.Equals(sample.Configuration));
                Assert.Equal(shortcut.Gone.Distinct(), shortcut.Gone);
                Assert.All(shortcut.Gone, gone => Assert.InRange(gone, 0, sample.Operations.Count - 1));
            }
        }
    }

    [Theory]
    [InlineData("interrupt-taken-for-write", 2)]
    [InlineData("detach-keeps-domain", 4)]
    [InlineData("invalidation-keeps-table-entries", 6)]
    [InlineData("dirty-marked-before-it-is-stored", 7)]
    [InlineData("dirty-report-clears-whole-bytes", 5)]
    [InlineData("dma-overlapping-addresses", 2)]
    [InlineData("dma-full-reported-as-done", 1)]
    [InlineData("dma-access-forgets-offset", 3)]
    [InlineData("dma-last-segment-not-mapped", 1)]
    [InlineData("amdvi-page-size-unchecked", 4)]
    [InlineData("riscv-processes-survive-device", 6)]
    [InlineData("smmuv3-contexts-survive-stream", 8)]
    [InlineData("vtd-interrupt-faults-silent", 3)]
    [InlineData("vtd-interrupt-to-first-processor", 1)]
    [InlineData("zpci-refresh-of-any-function", 6)]
    [InlineData("virtio-fault-not-recorded", 7)]
    [InlineData("host-detach-forgets-device", 2)]
    [InlineData("host-restart-keeps-memory", 3)]
    public void What_a_mutant_violates_takes_the_shortest_way_from_every_seed(string id, int operations)
    {
        var mutant = MutantCatalogue.All.Single(m => m.Id == id);
        var source = new TargetSource(id, NeedsWorker: false, mutant.Open);
        for (var seed = 1ul; seed <= Seeds; seed++)
        {
            var hunt = new Hunt { Seed = seed, Cases = 4 * Hunt.BlockSize, Time = TimeSpan.FromHours(1) };
            var prey = hunt.Run(AreaCatalogue.Find(mutant.Area)!, source, mutant.Requirement, CancellationToken.None);
            Assert.NotNull(prey.Failure);
            Assert.Equal(operations, prey.Failure.Operations.Count);
        }
    }
}
