namespace IoSpec.Engine;

/// <summary>How much a campaign does, and how.</summary>
public sealed record CampaignSettings
{
    /// <summary>The seed of the run.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many sequences each campaign runs; ignored if there is a time.</summary>
    public long Cases { get; init; } = 200;

    /// <summary>How long each campaign runs; null to run a number of cases.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Of how many of them each inner call is made to fail in turn, where the area has some.</summary>
    public long FailNth { get; init; }

    /// <summary>Which part of the blocks is run.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>What keeps the blocks as they end, and knows those of before; null if nothing does.</summary>
    public CampaignJournal? Journal { get; init; }

    /// <summary>How many blocks are run, or failures shrunk, at a time: threads or worker processes.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>What campaigns that run side by side share; null if there is no other.</summary>
    public WorkSlots? Slots { get; init; }

    /// <summary>Kinds of operations that are never drawn, by their names; none for all.</summary>
    public IReadOnlySet<string> Without { get; init; } = new SortedSet<string>(StringComparer.Ordinal);

    /// <summary>What is replayed before anything is drawn; none if nothing is.</summary>
    public IReadOnlyList<SampleCase> Corpus { get; init; } = [];

    /// <summary>Whether to look for sequences that would make the corpus reach more.</summary>
    public bool GrowsCorpus { get; init; }

    /// <summary>What the cases follow from.</summary>
    public Draws Draws => new(Seed) { Without = Without, Corpus = Corpus };

    /// <summary>How many sequences may be run to shrink a failure.</summary>
    public int ShrinkEvaluations { get; init; } = 2000;

    /// <summary>How many of them may be run each on a fresh target, explaining included.</summary>
    public int FreshEvaluations { get; init; } = 2000;

    /// <summary>How many sequences may be run to explain a failure.</summary>
    public int ExplainEvaluations { get; init; } = Explainer.Usual;

    /// <summary>
    /// The area with an id, for targets in this process whose failures another area judges again; null if none does.
    /// </summary>
    public Func<string, Area?>? Areas { get; init; }

    /// <summary>How the paths of the traces of its blocks begin; null to record none.</summary>
    public string? Record { get; init; }

    /// <summary>Asked now and then; true ends the campaign early with what it has.</summary>
    public CancellationToken Stop { get; init; }
}
