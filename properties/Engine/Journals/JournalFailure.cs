namespace IoSpec.Engine;

/// <summary>A failure as a journal keeps it.</summary>
/// <param name="Found">The scenario, and what was violated at its last step.</param>
/// <param name="Reproduced">How often it showed again; -1 if it was not tried.</param>
/// <param name="Evaluations">How many sequences were run to shrink it.</param>
/// <param name="SecondOpinion">What another area says of it; null if none was asked.</param>
/// <param name="Explanation">What it depends on; null if that was not looked for.</param>
internal sealed record JournalFailure(
    WorkerFailure Found, int Reproduced, int Evaluations, SecondOpinion? SecondOpinion,
    Explanation? Explanation)
{
    public static JournalFailure Of(Area area, Failure failure) => new(
        WorkerFailure.Of(area, failure), failure.Reproduced, failure.Evaluations, failure.SecondOpinion,
        failure.Explanation);

    public Failure ToFailure(Area area)
    {
        var scenario = ScenarioOf.Text(area, Found.Scenario);
        return Found.ToFailure(area) with
        {
            IsMinimal = scenario.Minimal,
            Before = scenario.Before,
            Reproduced = Reproduced,
            Evaluations = Evaluations,
            SecondOpinion = SecondOpinion,
            Explanation = Explanation,
        };
    }
}
