using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Iommu;

/// <summary>
/// The faults since the records were last cleared, and what records an implementation would have of them.
/// </summary>
/// <param name="reporting">How the implementation reports.</param>
public sealed class FaultLedger(FaultReporting reporting)
{
    /// <summary>The faults that may or must have been recorded, in their order.</summary>
    public List<ExpectedFault> Expected { get; } = [];

    /// <summary>The records that a plain implementation would have kept.</summary>
    public List<FaultRecord> Kept { get; } = [];

    /// <summary>Whether a plain implementation would have lost a record.</summary>
    public bool Overflow { get; private set; }

    /// <summary>Whether records were cleared since the last reset.</summary>
    public bool WasCleared { get; private set; }

    /// <summary>Notes a fault.</summary>
    /// <param name="fault">The fault.</param>
    public void Expect(ExpectedFault fault)
    {
        if (reporting.Records > 0) Expected.Add(fault);
    }

    /// <summary>Keeps a record as far as there is room and no kept record stands for it.</summary>
    /// <param name="record">The record.</param>
    public void Keep(FaultRecord record)
    {
        if (reporting.Records == 0) return;
        foreach (var kept in Kept)
        {
            if (StandsFor(kept, record)) return;
        }

        if (Kept.Count < reporting.Records) Kept.Add(record);
        else Overflow = true;
    }

    /// <summary>Whether a kept record may stand for another fault.</summary>
    /// <param name="kept">The kept record.</param>
    /// <param name="other">The record that the other fault would have.</param>
    /// <returns>True if it may.</returns>
    public bool StandsFor(FaultRecord kept, FaultRecord other) =>
        reporting.Merging == FaultMerging.SameRequester ? kept.Requester == other.Requester : kept == other;

    /// <summary>How many records the faults that are known to have happened need at the least.</summary>
    /// <returns>The count: faults that might be alike count once.</returns>
    public int LeastRecords()
    {
        var count = 0;
        for (var i = 0; i < Expected.Count; i++)
        {
            if (!Expected[i].Certain || Expected[i].Wanted == Access.ReadWrite) continue;
            var isFirst = true;
            for (var j = 0; j < i && isFirst; j++)
                isFirst = !Expected[j].Certain || !MightBeAlike(Expected[j], Expected[i]);
            count += isFirst ? 1 : 0;
        }

        return count;
    }

    private bool MightBeAlike(ExpectedFault one, ExpectedFault other) =>
        one.Requester == other.Requester
        && (reporting.Merging == FaultMerging.SameRequester
            || (one.Page == other.Page && one.Pasid == other.Pasid && one.Wanted == other.Wanted));

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        WasCleared = Expected.Count > 0 || Kept.Count > 0 || WasCleared;
        Expected.Clear();
        Kept.Clear();
        Overflow = false;
    }
}
