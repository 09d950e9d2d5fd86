using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>The first line of a trace: whose history it is.</summary>
/// <param name="Suite">The version of the suite that wrote it; empty if another program did.</param>
/// <param name="Area">The area.</param>
/// <param name="Target">The connection string or name of the target.</param>
/// <param name="Version">Its version as it reports it; may be empty.</param>
/// <param name="IsProduct">Whether others use it: new ways to crash it are for its makers alone.</param>
/// <param name="Seed">The seed of the run; 0 if there was none.</param>
/// <param name="Capabilities">What the target says it can do; null for everything.</param>
public sealed record TraceHead(
    string Suite,
    Area Area,
    string Target,
    string Version,
    bool IsProduct,
    ulong Seed,
    Capabilities? Capabilities)
{
    /// <summary>The requirements that a recording of this kind cannot show broken: they are never kept by it.</summary>
    public ValueList<string> Hidden { get; init; }
}
