using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>A violation as a worker sends it.</summary>
internal sealed record WorkerViolation(
    int Step, string Requirement, string Operation, string Field, Deviation Deviation, string Allowed, string Seen)
{
    public static WorkerViolation Of(int step, Signature signature, Violation violation) => new(
        Math.Max(0, step), signature.Requirement, signature.Operation, signature.Field, signature.Deviation,
        violation.Allowed, violation.Seen);

    public Signature ToSignature() => new(Requirement, Field, Operation, Deviation);

    public Violation ToViolation(Area area) => new(
        area.Requirements.Find(Requirement) ?? throw new SuiteException($"no requirement {Requirement}"),
        Field, Deviation, Allowed, Seen);
}
