using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>What one sequence showed.</summary>
/// <param name="Operations">The operations that were done; those that no longer made sense are left out.</param>
/// <param name="Seen">What was seen after each.</param>
/// <param name="Violations">What was violated, with the step.</param>
public sealed record Outcome(
    IReadOnlyList<Operation> Operations,
    IReadOnlyList<Observation> Seen,
    IReadOnlyList<StepViolation> Violations);

/// <summary>A violation and where it happened.</summary>
/// <param name="Step">The index of the step among the operations that were done.</param>
/// <param name="Signature">What makes it the same as others.</param>
/// <param name="Violation">The violation.</param>
public sealed record StepViolation(int Step, Signature Signature, Violation Violation);
