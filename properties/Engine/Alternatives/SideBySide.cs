namespace IoSpec.Engine;

/// <summary>Plays the same cases on the alternatives of an area, and judges what each of them does.</summary>
public static class SideBySide
{
    /// <summary>How many cases a comparison has.</summary>
    public const int Cases = 10_000;

    /// <summary>Compares the alternatives of an area.</summary>
    /// <param name="area">The area.</param>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="cases">How many cases.</param>
    /// <returns>A row for each; none if the area has no alternatives.</returns>
    public static IReadOnlyList<AlternativeRow> Of(Area area, ulong seed, int cases) =>
        [.. area.Alternatives().Select(alternative => Row(area, alternative, seed, cases))];

    private static AlternativeRow Row(Area area, Alternative alternative, ulong seed, int cases)
    {
        var planner = new Planner(area, capabilities: null, new Draws(seed));
        var runner = new CaseRunner(area, area.Play(alternative.Target), planner, NoHeartbeat.Instance);
        var evidence = new Evidence(area.Requirements.All.Count, area.Coverpoints.All.Count);
        var failures = new FailureSet();
        for (var index = 0; index < cases; index++) runner.Run(index, evidence, failures);
        var violated = failures.All.Select(failure => failure.Signature.Requirement)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new AlternativeRow(
            alternative.Name, alternative.Source, alternative.Measures(), [.. violated]);
    }
}
