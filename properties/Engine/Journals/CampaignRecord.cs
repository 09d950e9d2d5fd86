using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>What a journal tells of one campaign.</summary>
/// <param name="area">Its area.</param>
/// <param name="opened">The target as it was started.</param>
internal sealed class CampaignRecord(Area area, JournalEvent.Opened opened)
{
    private readonly List<RanCases> _ran = [];
    private readonly SortedDictionary<string, Failure> _shrunk = new(StringComparer.Ordinal);
    private readonly List<JournalWithheld> _withheld = [];

    /// <summary>The area.</summary>
    public Area Area => area;

    /// <summary>The target as it was started.</summary>
    public JournalEvent.Opened Opened => opened;

    /// <summary>How it ended; null if it did not.</summary>
    public JournalEvent.Ended? Ended { get; private set; }

    /// <summary>How long it had taken after the last cases that are told of.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>What the target says it can do; null for everything.</summary>
    public Capabilities? Capabilities { get; } = opened.Capabilities.Length == 0
        ? null
        : (Capabilities)WorkerLine.ReadValue(opened.Capabilities, area.CapabilitiesType!);

    /// <summary>Takes cases that were run.</summary>
    /// <returns>What is wrong with them; null if nothing is.</returns>
    public string? Add(JournalEvent.Ran ran)
    {
        if (ran.Cases.Count == 0) return "no cases";
        if (ran.Cases.Any(c => c.First < Scenario.LeastCase || c.Count <= 0 || c.First > long.MaxValue - c.Count))
            return "these are no cases";
        if (!ran.Evidence.FitsTo(area)) return $"the evidence is not that of the area {area.Id}";
        // Only what could not be used again may be run again.
        var again = _ran.FindAll(known => known.Overlaps(ran.Cases));
        if (again.Exists(known => known.IsDone)) return "cases that were run before";
        foreach (var known in again) _ran.Remove(known);
        _ran.Add(new RanCases(ran.Cases, ran.IsWhole, ran.Withheld, new BlockResult(
            ran.Cases[0].First, ran.Evidence.ToEvidence(), [.. ran.Failures.Select(f => f.ToFailure(area))])));
        Elapsed = TimeSpan.FromMilliseconds(ran.Milliseconds);
        return null;
    }

    /// <summary>Takes a failure that was shrunk.</summary>
    public void Add(JournalEvent.Shrunk shrunk)
    {
        if (shrunk.Withheld is { } withheld) _withheld.Add(withheld);
        if (shrunk.Failure?.ToFailure(area) is { } failure) _shrunk[failure.Signature.ToString()] = failure;
    }

    /// <summary>Takes the end.</summary>
    public void End(JournalEvent.Ended ended) => Ended = ended;

    /// <summary>It goes on: what was withheld has to be found again.</summary>
    public void Resume()
    {
        Ended = null;
        _withheld.Clear();
    }

    /// <summary>The cases that need not be run again.</summary>
    /// <param name="hasTime">
    /// Whether the campaign runs for a time: then there is no block that has to be whole.
    /// </param>
    public IEnumerable<RanCases> Done(bool hasTime) =>
        _ran.Where(ran => ran.IsDone || (hasTime && ran.Withheld.Count == 0));

    /// <summary>The failure as it was shrunk; null if that failure was not.</summary>
    public Failure? ShrunkOf(Failure failure) =>
        _shrunk.TryGetValue(failure.Signature.ToString(), out var shrunk) && shrunk.Case == failure.Case
            ? shrunk with { OperationsToDetection = failure.OperationsToDetection }
            : null;

    /// <summary>What the campaign had shown when the journal ended.</summary>
    /// <param name="seed">The seed of the run.</param>
    public CampaignResult Result(ulong seed)
    {
        var tally = new CampaignTally(area);
        foreach (var ran in _ran) tally.Add(ran.Result);
        var told = tally.Failures.Select(failure => ShrunkOf(failure) ?? failure);
        var withheld = Withheld().ToList();
        if (withheld.Count > 0)
        {
            var configuration = new Planner(area, Capabilities, new Draws(seed)).Configure(0);
            told = told.Concat(withheld.Select(w => w.ToFailure(area, configuration)));
        }

        return new CampaignResult(
            area, new TargetIdentity(opened.Name, opened.Version), Capabilities, tally.Evidence, [.. told],
            (Ended?.Milliseconds ?? Elapsed.TotalMilliseconds) / 1000,
            (Ended?.RunMilliseconds ?? Elapsed.TotalMilliseconds) / 1000)
        {
            Unavailable = Ended?.Unavailable,
        };
    }

    // What was tried again says more than what was only found.
    private IEnumerable<JournalWithheld> Withheld()
    {
        if (Ended is not null) return _withheld;
        return _withheld.Concat(_ran.SelectMany(ran => ran.Withheld))
            .DistinctBy(w => (w.Requirement, w.Field, w.Waiver));
    }
}

/// <summary>Cases that were run.</summary>
/// <param name="Cases">Which.</param>
/// <param name="IsWhole">Whether all of them were run.</param>
/// <param name="Withheld">What is left out of the result.</param>
/// <param name="Result">What they have shown.</param>
internal sealed record RanCases(
    ValueList<CaseRange> Cases, bool IsWhole, ValueList<JournalWithheld> Withheld, BlockResult Result)
{
    /// <summary>Whether all is there that another run of them would show.</summary>
    public bool IsDone => IsWhole && Withheld.Count == 0;

    /// <summary>Whether some of them are among others.</summary>
    public bool Overlaps(ValueList<CaseRange> others) =>
        Cases.Any(own => others.Any(other => own.First < other.End && other.First < own.End));
}
