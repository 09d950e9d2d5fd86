using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Iommu;

/// <summary>Judges what the implementation reports of faults, apart from what it does with data.</summary>
internal static class FaultJudge
{
    /// <summary>Judges a reading of the fault records.</summary>
    public static After Judge(IommuState state, IommuObservation.Faults seen, ref Verdicts verdicts)
    {
        var reporting = state.Traits.Faults;
        if (reporting.Records == 0) return After.Consistent;
        if (seen.Records.Count > 0) verdicts.Cover(IommuCoverpoints.ReadsRecords);
        var ledger = state.Faults;
        var fine = Quiet(ledger, reporting, seen, ref verdicts);
        foreach (var record in seen.Records.AsSpan()) fine &= Record(ledger, record, ref verdicts);
        fine &= Missing(ledger, reporting, seen, ref verdicts);
        if (fine) return After.Consistent;
        Forgive(ledger);
        return After.Resynchronised;
    }

    // Nothing was blocked: there is no overflow. And there never are more records than room.
    private static bool Quiet(
        FaultLedger ledger, FaultReporting reporting, IommuObservation.Faults seen, ref Verdicts verdicts)
    {
        var quiet = ledger.WasCleared ? IommuRequirements.Flt04 : IommuRequirements.Flt03;
        if (ledger.Expected.Count == 0)
        {
            verdicts.Met(quiet);
            if (seen.Overflow) verdicts.Violate(quiet, "overflow", Deviation.Extra, "no overflow", "overflow");
        }

        var fits = seen.Records.Count <= reporting.Records;
        if (!fits)
        {
            verdicts.Violate(
                IommuRequirements.Flt03, "records", Deviation.Extra, "no more records than there is room for",
                "more records");
        }

        return fits && (ledger.Expected.Count > 0 || !seen.Overflow);
    }

    private static bool Record(FaultLedger ledger, FaultRecord record, ref Verdicts verdicts)
    {
        verdicts.Met(IommuRequirements.Flt03);
        if (ledger.Expected.Count == 0)
        {
            var broken = ledger.WasCleared ? IommuRequirements.Flt04 : IommuRequirements.Flt03;
            verdicts.Violate(broken, "record", Deviation.Extra, "no record", Describe(record));
            return false;
        }

        verdicts.Met(IommuRequirements.Flt02);
        verdicts.Met(IommuRequirements.Flt06);
        var nearest = ledger.Expected[0];
        var agreement = -1;
        foreach (var expected in ledger.Expected)
        {
            if (expected.Fits(record)) return true;
            var score = Score(expected, record);
            if (score <= agreement) continue;
            agreement = score;
            nearest = expected;
        }

        var field = Field(nearest, record);
        verdicts.Violate(
            field == "reason" ? IommuRequirements.Flt06 : IommuRequirements.Flt02, field, Deviation.WrongValue,
            Describe(nearest), Describe(record));
        return false;
    }

    // Every certain fault has a record, or a kept record stands for it, or there was no room: which is signalled.
    private static bool Missing(
        FaultLedger ledger, FaultReporting reporting, IommuObservation.Faults seen, ref Verdicts verdicts)
    {
        if (verdicts.TakesEvidence && reporting.ShowsOverflow && ledger.LeastRecords() > reporting.Records)
        {
            verdicts.Cover(IommuCoverpoints.Overflows);
            verdicts.Met(IommuRequirements.Flt05);
        }

        foreach (var expected in ledger.Expected)
        {
            if (!expected.Certain) continue;
            verdicts.Met(IommuRequirements.Flt01);
            if (IsRecorded(reporting, expected, seen)) continue;
            var isFull = seen.Records.Count >= reporting.Records;
            if (isFull && (seen.Overflow || !reporting.ShowsOverflow)) continue;
            if (isFull)
            {
                verdicts.Violate(
                    IommuRequirements.Flt05, "overflow", Deviation.Missing, "overflow", "no overflow");
                return false;
            }

            verdicts.Violate(
                IommuRequirements.Flt01, "record", Deviation.Missing, Describe(expected), "no record of it");
            return false;
        }

        return true;
    }

    private static bool IsRecorded(FaultReporting reporting, ExpectedFault expected, IommuObservation.Faults seen)
    {
        foreach (var record in seen.Records.AsSpan())
        {
            // A wrong reason is told of the record, not of its absence.
            if (expected.Names(record)) return true;
            if (reporting.Merging == FaultMerging.SameRequester && record.Requester == expected.Requester) return true;
        }

        return false;
    }

    // What was reported wrongly is not held against the implementation again.
    private static void Forgive(FaultLedger ledger)
    {
        for (var i = 0; i < ledger.Expected.Count; i++)
            ledger.Expected[i] = ledger.Expected[i] with { Certain = false };
    }

    private static int Score(ExpectedFault expected, FaultRecord record) =>
        (expected.Requester == record.Requester ? 8 : 0) + (expected.Page == record.Page ? 4 : 0)
        + (expected.NamesDirection(record) ? 2 : 0) + (expected.HasReason(record.Reason) ? 1 : 0);

    private static string Field(ExpectedFault nearest, FaultRecord record)
    {
        if (nearest.Requester != record.Requester) return "requester";
        if (nearest.Page != record.Page) return "page";
        if (!nearest.NamesDirection(record)) return "wanted";
        return nearest.Pasid != record.Pasid ? "pasid" : "reason";
    }

    private static string Describe(ExpectedFault expected) =>
        $"a record of {expected.Requester}, page {expected.Page}, {expected.Wanted}";

    private static string Describe(FaultRecord record) =>
        $"a record of {record.Requester}, page {record.Page}, {record.Wanted}, {record.Reason}";
}
