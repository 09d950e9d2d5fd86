using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>A way of doing what an area is about that was proposed, to be compared with others.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Source">Where it was proposed, or is.</param>
/// <param name="Target">An implementation that measures itself.</param>
/// <param name="Measures">What it has measured.</param>
public sealed record Alternative(
    string Name, string Source, ITarget Target, Func<ValueList<Measure>> Measures);

/// <summary>Something measured.</summary>
/// <param name="Name">What, with its unit.</param>
/// <param name="Value">How much.</param>
public sealed record Measure(string Name, double Value);

/// <summary>What a comparison tells of an alternative.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Source">Where it was proposed, or is.</param>
/// <param name="Measures">What was measured.</param>
/// <param name="Violated">The ids of the requirements that it broke, in their order.</param>
public sealed record AlternativeRow(
    string Name, string Source, ValueList<Measure> Measures, ValueList<string> Violated);
