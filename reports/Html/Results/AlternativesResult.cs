namespace IoSpec.Html.Results;

/// <summary>Alternatives of an area beside each other.</summary>
/// <param name="Area">The id of the area.</param>
/// <param name="Cases">Over how many cases, the same ones for all.</param>
/// <param name="Rows">The alternatives.</param>
public sealed record AlternativesResult(string Area, ulong Cases, IReadOnlyList<AlternativeResult> Rows)
{
    /// <summary>What was measured, in the order of the first alternative.</summary>
    public IReadOnlyList<string> Measures => Rows.Count == 0 ? [] : [.. Rows[0].Measures.Select(m => m.Key)];
}

/// <summary>One alternative.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Source">Where it was proposed.</param>
/// <param name="Measures">What was measured of it.</param>
/// <param name="Violated">The ids of the requirements that it breaks.</param>
public sealed record AlternativeResult(
    string Name, string Source, IReadOnlyList<KeyValuePair<string, double>> Measures, IReadOnlyList<string> Violated)
{
    /// <summary>A measure; null if it was not taken.</summary>
    public double? Of(string measure) =>
        Measures.Where(m => m.Key == measure).Select(m => (double?)m.Value).FirstOrDefault();
}
