using IoSpec.Engine;
using IoSpec.Targets;
using IoSpec.Tool.CommandLine;

namespace IoSpec.Tool.Planning;

/// <summary>What a run does.</summary>
internal sealed record RunPlan
{
    /// <summary>The targets in the order in which they were named.</summary>
    public required IReadOnlyList<PlannedTarget> Targets { get; init; }

    /// <summary>The areas and requirements.</summary>
    public required Selection Selection { get; init; }

    /// <summary>How much is done if nothing else is said.</summary>
    public required Profile Profile { get; init; }

    /// <summary>How many sequences each campaign has; null to do as the profile says.</summary>
    public long? Cases { get; init; }

    /// <summary>Of how many of them each inner call is made to fail in turn.</summary>
    public long FailNth { get; init; }

    /// <summary>How long each campaign runs; null to do as the profile says.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Which part of it this run is.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>How many blocks are run, or failures shrunk, at a time.</summary>
    public required int Jobs { get; init; }

    /// <summary>Kinds of operations that are left out, by their names.</summary>
    public IReadOnlySet<string> Without { get; init; } = new SortedSet<string>(StringComparer.Ordinal);

    /// <summary>How many of a hundred coverpoints of an area are to be reached.</summary>
    public int LeastCoverage { get; init; }

    /// <summary>The same for this run: of a part of one it is not asked, but of all parts together.</summary>
    public int LeastCoverageHere => Shard == Shard.Whole ? LeastCoverage : 0;

    /// <summary>What is known to fail.</summary>
    public required WaiverBook Waivers { get; init; }

    /// <summary>What is replayed before anything is drawn.</summary>
    public Corpus Corpus { get; init; } = Corpus.Empty;

    /// <summary>The folder of the corpus if what is found goes into it; null if it is only read.</summary>
    public string? GrowingCorpus { get; init; }

    /// <summary>Whether a stale or expired waiver is an error.</summary>
    public bool IsStrict { get; init; }

    /// <summary>The folder that takes what is played, as traces; null if nobody wants it.</summary>
    public string? Record { get; init; }

    /// <summary>The command that does it again; null to make one of the settings.</summary>
    public string? Again { get; init; }

    /// <summary>All that decides the result, with its origin.</summary>
    public required IReadOnlyList<Setting> Settings { get; init; }

    /// <summary>
    /// How many targets are judged side by side: one if each has its time, which it would have to share.
    /// </summary>
    public int TargetsAtATime => Period is null ? Math.Min(Jobs, Targets.Count) : 1;

    /// <summary>How long each campaign runs; null if it runs a number of sequences.</summary>
    public TimeSpan? Period => Time ?? (Cases is null ? Profile.Time : null);

    /// <summary>The settings of the campaign of a target in an area.</summary>
    /// <param name="connection">The target's connection string.</param>
    /// <param name="area">The area.</param>
    /// <param name="source">The part of it that is judged.</param>
    /// <param name="slots">What it shares with the campaigns beside it.</param>
    /// <param name="journal">Keeps what it shows.</param>
    /// <param name="stop">Ends it early.</param>
    public CampaignSettings CampaignOf(
        string connection, Area area, TargetSource source, WorkSlots slots, CampaignJournal journal,
        CancellationToken stop)
    {
        var time = Period;
        var cases = Cases ?? (source.NeedsWorker ? Profile.CasesInWorkers : Profile.Cases * area.Breadth);
        var blocks = time is null ? Shard.BlocksOf((cases + Hunt.BlockSize - 1) / Hunt.BlockSize) : Jobs;
        var usual = new CampaignSettings();
        return usual with
        {
            Seed = Seed,
            Cases = cases,
            Time = time,
            FailNth = Math.Min(FailNth, cases),
            Shard = Shard,
            Workers = source.IsSingle ? 1 : (int)Math.Clamp(blocks, 1, Jobs),
            Slots = slots,
            Without = Without,
            Corpus = [.. Corpus.For(area, connection).Select(entry => SampleCase.Of(entry.Scenario))],
            GrowsCorpus = GrowingCorpus is not null,
            Journal = journal,
            Stop = stop,
            FreshEvaluations = source.NeedsWorker ? Shrinker.FreshInWorkers : usual.FreshEvaluations,
            ExplainEvaluations = source.NeedsWorker ? Explainer.InWorkers : usual.ExplainEvaluations,
            Record = RecordOf(connection),
        };
    }

    // Several targets may have names that only differ in what is no letter.
    private string? RecordOf(string connection)
    {
        if (Record is null) return null;
        var index = Targets.TakeWhile(target => target.Connection != connection).Count();
        var number = Targets.Count == 1 ? "" : $"{(index + 1).ToText()}-";
        return Path.Combine(Record, number + FileWords.Of(connection));
    }
}

/// <summary>A target of a run.</summary>
/// <param name="Connection">Its connection string.</param>
/// <param name="Plug">What it stands for; null if that is not there.</param>
/// <param name="Problem">Why it is not there; null if it is.</param>
internal sealed record PlannedTarget(string Connection, Plug? Plug, TargetProblem? Problem);
