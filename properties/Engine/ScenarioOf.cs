using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Failures and sequences as scenarios: what is kept, replayed and sent.</summary>
public static class ScenarioOf
{
    /// <summary>The scenario of a failure.</summary>
    /// <param name="area">The area.</param>
    /// <param name="failure">The failure.</param>
    /// <param name="target">The connection string of the target.</param>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="verdict">The verdict.</param>
    /// <returns>The scenario.</returns>
    public static Scenario Failure(Area area, Failure failure, string target, ulong seed, string verdict) => new(
        Suite.Version, area.Id, target, failure.Signature.Requirement, failure.Signature.ToString(), verdict,
        failure.IsMinimal, seed, failure.Case, failure.Before, failure.Configuration, [.. failure.Operations],
        [.. failure.Seen], failure.Violation.Allowed);

    /// <summary>The scenario of a sequence that nothing is claimed of.</summary>
    /// <param name="area">The area.</param>
    /// <param name="configuration">What holds for it.</param>
    /// <param name="operations">The operations.</param>
    /// <param name="seen">What was seen, if anything.</param>
    /// <returns>The scenario.</returns>
    public static Scenario Sequence(
        Area area, Configuration configuration, IReadOnlyList<Operation> operations,
        IReadOnlyList<Observation> seen) =>
        new(Suite.Version, area.Id, "", "", "", "", false, 0, 0, 0, configuration, [.. operations], [.. seen], "");

    /// <summary>The text of a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="area">Its area.</param>
    /// <returns>The text.</returns>
    public static string Write(this Scenario scenario, Area area) => ScenarioFormat.Write(scenario, area.Types);

    /// <summary>The scenario of a text of one area.</summary>
    /// <param name="area">The area.</param>
    /// <param name="text">The text.</param>
    /// <returns>The scenario.</returns>
    public static Scenario Text(Area area, string text) =>
        ScenarioFormat.Read(text, "worker", id => id == area.Id ? area.Types : null);
}
