using BenchmarkDotNet.Attributes;
using IoSpec.Areas;
using IoSpec.Engine;
using IoSpec.Targets;

namespace IoSpec.Benchmarks;

/// <summary>A block of cases of each area: planned alone, and planned, played by the reference and judged.</summary>
/// <remarks>What playing and judging take is the difference of both.</remarks>
[MemoryDiagnoser]
public class AreaBenchmarks
{
    private const ulong Seed = 1;

    /// <summary>The areas.</summary>
    public static IEnumerable<string> Areas => AreaCatalogue.All.Select(area => area.Id);

    /// <summary>The area.</summary>
    [ParamsSource(nameof(Areas))]
    public string Area { get; set; } = "";

    /// <summary>Plans the cases.</summary>
    /// <returns>How many operations they have.</returns>
    [Benchmark]
    public int Plan()
    {
        var (area, operations) = (AreaCatalogue.Find(Area)!, 0);
        for (var i = 0; i < Hunt.BlockSize; i++) operations += SampleCase.Of(area, null, Seed, i).Operations.Count;
        return operations;
    }

    /// <summary>Plans, plays and judges the cases.</summary>
    /// <returns>How many operations were judged.</returns>
    [Benchmark]
    public ulong PlanPlayAndJudge()
    {
        var area = AreaCatalogue.Find(Area)!;
        var source = new TargetSource("reference", false, TargetCatalogue.Find("reference").For(area.Types)!.Open);
        var settings = new CampaignSettings { Cases = Hunt.BlockSize, Seed = Seed };
        return new Campaign(area, settings, null).RunHere(source).Evidence.Operations;
    }
}
