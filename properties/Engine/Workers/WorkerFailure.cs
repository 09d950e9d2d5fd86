namespace IoSpec.Engine;

/// <summary>A failure as a worker sends it: the scenario, and what was violated at its last step.</summary>
internal sealed record WorkerFailure(string Scenario, WorkerViolation Violation, ulong OperationsToDetection)
{
    public static WorkerFailure Of(Area area, Failure failure) => new(
        ScenarioOf.Failure(area, failure, "", 0, "").Write(area),
        WorkerViolation.Of(failure.Operations.Count - 1, failure.Signature, failure.Violation),
        failure.OperationsToDetection);

    public Failure ToFailure(Area area)
    {
        var scenario = ScenarioOf.Text(area, Scenario);
        return new Failure(
            Violation.ToSignature(), Violation.ToViolation(area), scenario.Case, scenario.Configuration,
            scenario.Operations, scenario.Seen)
        {
            OperationsToDetection = OperationsToDetection,
        };
    }
}
