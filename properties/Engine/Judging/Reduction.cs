using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>How a case is to say the same with less, where no change at one place leads there.</summary>
/// <param name="Configuration">The configuration then.</param>
/// <param name="Gone">The steps that go, from 0, in order.</param>
/// <param name="Renamed">What a number in the other steps becomes; the same where it stays as it is.</param>
public sealed record Reduction(Configuration Configuration, IReadOnlyList<int> Gone, Func<object, object> Renamed);
