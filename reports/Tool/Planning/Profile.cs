using IoSpec.Targets;
using IoSpec.Tool.CommandLine;

namespace IoSpec.Tool.Planning;

/// <summary>How much a run does if nothing else is said.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cases">Sequences of each campaign in this process.</param>
/// <param name="CasesInWorkers">Sequences of each campaign in worker processes.</param>
/// <param name="Time">How long each campaign runs instead; null to run a number of sequences.</param>
internal sealed record Profile(string Name, long Cases, long CasesInWorkers, TimeSpan? Time)
{
    /// <summary>The profiles, the smallest first.</summary>
    public static IReadOnlyList<Profile> All { get; } =
    [
        new("smoke", 200, 200, null),
        new("ci", 2000, 500, null),
        new("nightly", 0, 0, TimeSpan.FromMinutes(10)),
        new("soak", 0, 0, TimeSpan.FromDays(365)),
    ];

    /// <summary>Of what was run before: nothing is run.</summary>
    public static Profile Trace { get; } = new("trace", 0, 0, null);

    /// <summary>Whether every run of it is the same: otherwise its seed is drawn.</summary>
    public bool IsRepeatable => Time is null;

    /// <summary>The profile with a name.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static Profile Of(string name)
    {
        var names = All.Select(p => p.Name).ToList();
        return All.FirstOrDefault(p => p.Name == name) ?? throw new UsageException(
            $"unknown profile '{name}'{NearMatch.Hint(name, names)} (profiles are {string.Join(", ", names)})");
    }
}
