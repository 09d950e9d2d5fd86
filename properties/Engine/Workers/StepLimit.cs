namespace IoSpec.Engine;

/// <summary>How long a step of a target may take before the target counts as hung.</summary>
/// <param name="Factor">1; 2 when a hang is to be shown again.</param>
/// <param name="KnownBeats">How many steps earlier workers made.</param>
/// <param name="KnownSlowest">The longest of them.</param>
internal readonly record struct StepLimit(int Factor, long KnownBeats, TimeSpan KnownSlowest)
{
    private const long KnownAfter = 256;
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Opening = TimeSpan.FromSeconds(20);

    /// <summary>Whether the target ends what hangs itself: then the limit is only for what it does not see.</summary>
    public bool IsLast { get; init; }

    /// <summary>The limit of a step.</summary>
    /// <param name="step">The step, from 0; -1 for a reset.</param>
    /// <param name="beats">How many steps this worker has made; 0 while the target is opened.</param>
    /// <param name="slowest">The longest of them.</param>
    public TimeSpan For(int step, long beats, TimeSpan slowest)
    {
        if (beats == 0) return Factor * Opening;
        var known = Learn(beats, slowest);
        if (IsLast || step < 0 || known.KnownBeats < KnownAfter) return Factor * Most;
        var limit = 100 * known.KnownSlowest;
        return Factor * (limit < Least ? Least : limit > Most ? Most : limit);
    }

    /// <summary>The limit with what another worker has shown.</summary>
    /// <param name="beats">How many steps it made.</param>
    /// <param name="slowest">The longest of them.</param>
    public StepLimit Learn(long beats, TimeSpan slowest) => this with
    {
        KnownBeats = KnownBeats + beats,
        KnownSlowest = slowest > KnownSlowest ? slowest : KnownSlowest,
    };
}
