using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>Judges the fault records, apart from what became of data.</summary>
internal static class RecordJudge
{
    public static After Judge(
        WalkState state, WalkFormat format, WalkObservation.Faults seen, ref Verdicts verdicts)
    {
        var size = format.WordsOfRecord;
        if (seen.Words.Count % size != 0) return WalkJudge.Garbage(seen, ref verdicts);
        var records = new List<FaultFields>();
        for (var i = 0; i < seen.Words.Count; i += size)
        {
            if (format.Read(seen.Words.AsSpan().Slice(i, size)) is { } record) records.Add(record);
        }

        var fine = Quiet(state.Ledger, format.Requirements, records, seen.Overflow, ref verdicts);
        foreach (var record in records) fine &= Fits(state.Ledger, format.Requirements, record, ref verdicts);
        fine &= Complete(state.Ledger, format.Requirements, records, seen.Overflow, ref verdicts);
        state.Ledger.Clear();
        return fine ? After.Consistent : After.Resynchronised;
    }

    private static bool Quiet(
        RecordLedger ledger, FormatRequirements requirements, List<FaultFields> records, bool overflow,
        ref Verdicts verdicts)
    {
        if (ledger.Expected.Count > 0 || ledger.IsOverfull) return true;
        verdicts.Met(requirements.NotRecorded);
        if (!overflow && (records.Count == 0 || IsSilenced(ledger, records[0]))) return true;
        if (!overflow) return Extra(requirements, records[0], ref verdicts);
        verdicts.Violate(requirements.NotRecorded, "overflow", Deviation.Extra, "no record", "an overflow");
        return false;
    }

    private static bool Fits(
        RecordLedger ledger, FormatRequirements requirements, in FaultFields record, ref Verdicts verdicts)
    {
        if (ledger.IsOverfull) return true;
        if (IsSilenced(ledger, record)) return Extra(requirements, record, ref verdicts);
        if (ledger.Expected.Count == 0) return true;
        verdicts.Met(requirements.Fields);
        verdicts.Met(requirements.Code);
        var nearest = "requester";
        ExpectedRecord? expected = null;
        foreach (var candidate in ledger.Expected)
        {
            if (candidate.Contradiction(record) is not { } field) return true;
            if (expected is not null && Rank(field) <= Rank(nearest)) continue;
            (nearest, expected) = (field, candidate);
        }

        verdicts.Violate(
            nearest == "code" ? requirements.Code : requirements.Fields,
            nearest == "code" ? $"code 0x{record.Code:x}" : nearest, Deviation.WrongValue,
            Describe(expected!), record.ToString());
        return false;
    }

    private static bool IsSilenced(RecordLedger ledger, in FaultFields record)
    {
        foreach (var expected in ledger.Expected)
        {
            if (expected.Contradiction(record) is null) return false;
        }

        foreach (var silenced in ledger.Silenced)
        {
            if (silenced.Contradiction(record) is null) return true;
        }

        return false;
    }

    private static bool Extra(FormatRequirements requirements, in FaultFields record, ref Verdicts verdicts)
    {
        verdicts.Violate(requirements.NotRecorded, "record", Deviation.Extra, "no record", record.ToString());
        return false;
    }

    // Every certain fault has a record, or a kept record stands for it, or there was no room: which is signalled.
    private static bool Complete(
        RecordLedger ledger, FormatRequirements requirements, List<FaultFields> records, bool overflow,
        ref Verdicts verdicts)
    {
        var reporting = ledger.Reporting;
        foreach (var expected in ledger.Expected)
        {
            if (!expected.Certain) continue;
            var isFull = records.Count >= reporting.Records;
            var isRecorded = IsRecorded(reporting, expected, records);
            verdicts.Met(isFull && !isRecorded ? requirements.Overflow : requirements.Recorded);
            if (isRecorded) continue;
            if (isFull && (overflow || !reporting.ShowsOverflow)) continue;
            var broken = isFull ? requirements.Overflow : requirements.Recorded;
            verdicts.Violate(
                broken, isFull ? "overflow" : "record", Deviation.Missing,
                isFull ? "an overflow" : Describe(expected), isFull ? "no overflow" : "no record of it");
            return false;
        }

        return true;
    }

    private static bool IsRecorded(FaultReporting reporting, ExpectedRecord expected, List<FaultFields> records)
    {
        foreach (var record in records)
        {
            if (expected.Contradiction(record) is null
                or "code" or "index" or "stage" or "class" or "second")
            {
                return true;
            }

            if (reporting.Merging == FaultMerging.SameRequester && record.Requester == expected.Request.Requester)
                return true;
        }

        return false;
    }

    // The later a field is compared, the nearer a record is that differs in it only.
    private static int Rank(string field) => field switch
    {
        "requester" => 0,
        "page" => 1,
        "direction" => 2,
        "pasid" => 3,
        "code" => 4,
        _ => 5,
    };

    private static string Codes(ExpectedRecord expected) => string.Join(
        " or ", expected.Faults.SelectMany(fault => fault.Codes).Distinct().Select(code => $"0x{code:x}"));

    private static string Describe(ExpectedRecord expected)
    {
        var request = expected.Request;
        var pasid = request.Pasid is { } own ? $", PASID {own}" : "";
        return $"a record of {request.Requester}{pasid}, page {request.At.PageStart()}, {request.Kind}, "
            + $"code {Codes(expected)}";
    }
}
