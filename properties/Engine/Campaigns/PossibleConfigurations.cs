using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>What a target can have: of a scenario of another target, or of before, that is not certain.</summary>
/// <remarks>
/// Where a target says what it can do there are few configurations, and enough draws bring all of them; one of an area
/// that has many for such a target says itself which.
/// </remarks>
/// <param name="area">The area.</param>
/// <param name="capabilities">What the target says it can do; null for everything.</param>
internal sealed class PossibleConfigurations(Area area, Capabilities? capabilities)
{
    private const int Draws = 1024;
    private HashSet<Configuration>? _drawn;

    /// <summary>Whether the target can have a configuration.</summary>
    public bool Has(Configuration configuration)
    {
        if (capabilities is null) return true;
        if (area.CanHave(configuration, capabilities) is { } known) return known;
        _drawn ??= [.. Enumerable.Range(0, Draws).Select(
            i => area.Configure((ulong)i, 1 + (i % Choices.LargestSize), capabilities))];
        return _drawn.Contains(configuration);
    }
}
