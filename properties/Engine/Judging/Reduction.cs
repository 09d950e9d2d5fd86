using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>How a case is to say the same with less, where no change at one place leads there.</summary>
/// <param name="Configuration">The configuration then.</param>
/// <param name="Operations">What is done in each step; as many steps as before.</param>
/// <param name="Gone">The steps that go, from 0, in order.</param>
/// <param name="Renamed">
/// What a number in the other steps, or the step that returned it, becomes; the same where it stays as it is.
/// </param>
public sealed record Reduction(
    Configuration Configuration, IReadOnlyList<Operation> Operations, IReadOnlyList<int> Gone,
    Func<object, object> Renamed);
