namespace IoSpec.Contracts;

/// <summary>A sequence of operations with what was seen of a target: a failure that anybody can replay.</summary>
/// <param name="Suite">The version of the suite that wrote it.</param>
/// <param name="Area">The id of the area, such as <c>iommu</c>.</param>
/// <param name="Target">The connection string of the target.</param>
/// <param name="Requirement">The id of the requirement that was broken; empty if none was.</param>
/// <param name="Signature">The failure's <see cref="Contracts.Signature"/> as text; empty if there is none.</param>
/// <param name="Verdict">The verdict, such as <c>FAIL</c>.</param>
/// <param name="Minimal">Whether no operation can be left out without losing the signature.</param>
/// <param name="Seed">The seed of the run.</param>
/// <param name="Case">The number of the case in the run, from 0; of a scenario of a corpus, below 0.</param>
/// <param name="Before">How many operations at the start are earlier cases', without which it does not fail.</param>
/// <param name="Configuration">What holds throughout.</param>
/// <param name="Operations">The operations in order.</param>
/// <param name="Seen">What was seen after each operation; may be shorter than the operations.</param>
/// <param name="Allowed">What would have been allowed at the last step, in words.</param>
public sealed record Scenario(
    string Suite,
    string Area,
    string Target,
    string Requirement,
    string Signature,
    string Verdict,
    bool Minimal,
    ulong Seed,
    long Case,
    int Before,
    Configuration Configuration,
    ValueList<Operation> Operations,
    ValueList<Observation> Seen,
    string Allowed)
{
    /// <summary>The name and version of the written form.</summary>
    public const string Schema = "iospec/scenario/1";

    /// <summary>The least number of a case; those of a corpus are below 0.</summary>
    public const long LeastCase = -100_000;
}
