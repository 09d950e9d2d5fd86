using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>A scenario that is kept.</summary>
/// <param name="Name">Its path within the folder of the corpus, with slashes.</param>
/// <param name="Scenario">The scenario.</param>
public sealed record CorpusEntry(string Name, Scenario Scenario)
{
    /// <summary>Whether it is kept for what it reaches: it has failed nowhere.</summary>
    public bool IsForCoverage => Scenario.Signature.Length == 0;

    /// <summary>What a connection string names, without the options of this time.</summary>
    /// <param name="connection">The connection string.</param>
    /// <returns>All before its question mark.</returns>
    public static string FamilyOf(string connection) => connection.Split('?')[0];

    /// <summary>Whether it is replayed on a target: on that which it is of, or on any if it is of none.</summary>
    /// <param name="connection">The connection string of the target.</param>
    /// <returns>True if it is.</returns>
    public bool IsFor(string connection) =>
        Scenario.Target.Length == 0 || FamilyOf(Scenario.Target) == FamilyOf(connection);
}
