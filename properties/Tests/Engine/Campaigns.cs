using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tests.Faulty;
using IoSpec.Tests.Toy;

namespace IoSpec.Tests.Engine;

/// <summary>Campaigns of the toy area, here and in worker processes.</summary>
internal static class Campaigns
{
    /// <summary>How the tests' own worker is started.</summary>
    public static WorkerCommand Worker { get; } = new(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
        [Path.Combine(AppContext.BaseDirectory, "IoSpec.Tests.dll"), "worker"]);

    public static CampaignSettings Settings(long cases, int workers = 1, ulong seed = 1) =>
        new() { Seed = seed, Cases = cases, Workers = workers };

    public static CampaignResult RunHere<T>(long cases, int workers = 1, ulong seed = 1)
        where T : ITarget, new() =>
        new Campaign(new ToyArea(), Settings(cases, workers, seed), null).RunHere(FaultyTargets.Of<T>());

    public static CampaignResult RunInWorkers<T>(long cases, int workers = 1)
        where T : ITarget, new() =>
        new Campaign(new ToyArea(), Settings(cases, workers), null).RunInWorkers(FaultyTargets.Of<T>(), Worker);

    /// <summary>The failures of a target before any of them is shrunk.</summary>
    public static IReadOnlyList<Failure> Raw<T>(ulong seed)
        where T : ITarget, new()
    {
        var settings = Settings(64, 1, seed) with { ShrinkEvaluations = 0 };
        return new Campaign(new ToyArea(), settings, null).RunHere(FaultyTargets.Of<T>()).Failures;
    }
}
