using IoSpec.Contracts;


namespace IoSpec.Reference.Walk;

/// <summary>The faults since the records were taken last.</summary>
/// <param name="reporting">How faults are kept.</param>
public sealed class RecordLedger(FaultReporting reporting)
{
    private const int Most = 256;

    /// <summary>How faults are kept.</summary>
    public FaultReporting Reporting => reporting;

    /// <summary>The faults, in order.</summary>
    public List<ExpectedRecord> Expected { get; } = [];

    /// <summary>The faults that must not have been recorded, in order.</summary>
    public List<ExpectedRecord> Silenced { get; } = [];

    /// <summary>Whether there were more faults than are remembered.</summary>
    public bool IsOverfull { get; private set; }

    /// <summary>A request may or must have left a record.</summary>
    /// <param name="expected">The fault.</param>
    public void Note(ExpectedRecord expected)
    {
        if (Expected.Count == Most) IsOverfull = true;
        else Expected.Add(expected);
    }

    /// <summary>A request faulted whose recording is switched off.</summary>
    /// <param name="silenced">The fault.</param>
    public void NoteSilenced(ExpectedRecord silenced)
    {
        if (Silenced.Count < Most) Silenced.Add(silenced);
    }

    /// <summary>The records that a unit without any fault of its own would have kept.</summary>
    /// <param name="format">The format.</param>
    /// <returns>Their words, and whether some were lost.</returns>
    public (ValueList<Word> Words, bool Overflow) Kept(WalkFormat format)
    {
        var words = new List<Word>();
        var requesters = new List<RequesterId>();
        foreach (var expected in Expected)
        {
            var requester = expected.Request.Requester;
            if (!expected.Certain) continue;
            if (reporting.Merging == FaultMerging.SameRequester && requesters.Contains(requester)) continue;
            if (requesters.Count == reporting.Records) return ([.. words], true);
            requesters.Add(requester);
            words.AddRange(format.Write(expected.Request, expected.Faults[0]));
        }

        return ([.. words], false);
    }

    /// <summary>The records were taken.</summary>
    public void Clear()
    {
        Expected.Clear();
        Silenced.Clear();
        IsOverfull = false;
    }
}
