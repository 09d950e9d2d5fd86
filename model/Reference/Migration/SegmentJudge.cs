using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>Judges the window through which a device of the first version gives and takes its state.</summary>
internal static class SegmentJudge
{
    public static After Field(RegionState state, RegionField field, Observation seen, ref Verdicts verdicts)
    {
        if (seen is MigrationObservation.Failed) return Ended(state);
        if (seen is not MigrationObservation.Holds { Value.Value: var value })
            return MigrationJudge.Garbage(seen, ref verdicts);
        return field switch
        {
            RegionField.PendingBytes => Pending(state, new ByteCount(value), ref verdicts),
            RegionField.DataOffset => Offset(state, new ByteCount(value), ref verdicts),
            _ => Size(state, new ByteCount(value), ref verdicts),
        };
    }

    public static After CopyOut(RegionState state, Observation seen, ref Verdicts verdicts)
    {
        if (seen is MigrationObservation.Failed) return Ended(state);
        if (seen is not MigrationObservation.Transferred { Count: var count })
            return MigrationJudge.Garbage(seen, ref verdicts);
        state.IsCopied = true;
        state.Segments.Add(state.Step);
        state.Stream?.Segments.Add(state.Step);
        if (Size(state, count, ref verdicts) != After.Consistent) return After.Resynchronised;
        if (state.Stream is not { } stream || !state.Belief.All(RegionWord.StopsAndSaves)) return After.Consistent;
        stream.Final = new ByteCount(stream.Final.Value + count.Value);
        return stream.Final.Value > state.Traits.Longest.Value
            ? NoEnd(state, stream, ref verdicts)
            : After.Consistent;
    }

    public static After CopyIn(
        RegionState state, MigrationOperation.CopyIn copy, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not (MigrationObservation.Done or MigrationObservation.Failed))
            return MigrationJudge.Garbage(seen, ref verdicts);
        state.Received.Add(copy.Segment.Step);
        if (seen is MigrationObservation.Done) return After.Consistent;
        state.IsUnclear = true;
        return Ended(state);
    }

    // An error may end the loop at any of its reads and writes; what has become of the device its state tells.
    private static After Ended(RegionState state)
    {
        state.ForgetSegment();
        if (state.Stream is { } stream) stream.IsSpoilt = true;
        state.MayBeError();
        state.Cause = Cause.Disturbed;
        return After.Consistent;
    }

    private static After Pending(RegionState state, ByteCount value, ref Verdicts verdicts)
    {
        var stands = state.Belief.All(RegionWord.StopsAndSaves);
        var (before, wasCommitted) = (state.Pending, state.IsCommitted);
        var hadEnded = state.Stream is { HasEnded: true };
        state.ForgetSegment();
        state.Pending = value;
        if (!stands || state.Stream is not { } stream) return After.Consistent;
        verdicts.Met(MigrationRequirements.Win03);
        if (value.Value == 0 && stream.Saved is not null)
        {
            stream.HasEnded = true;
            if (stream.IsWhole) state.Whole = stream;
        }

        // What stands still cannot have more than that; and what has ended has nothing.
        var isAll = hadEnded || stream.Final.Value >= state.Traits.Longest.Value;
        if (isAll && value.Value != 0) return NoEnd(state, stream, ref verdicts);
        if (wasCommitted || before is null) return After.Consistent;
        // The number is an estimate: only whether it is zero counts.
        verdicts.Met(MigrationRequirements.Win01);
        if ((before.Value.Value == 0) == (value.Value == 0)) return After.Consistent;
        stream.IsSpoilt = true;
        verdicts.Violate(
            MigrationRequirements.Win01, "pending", Deviation.WrongValue,
            before.Value.Value == 0 ? "zero" : "more than zero", $"{value}");
        return After.Resynchronised;
    }

    private static After Offset(RegionState state, ByteCount value, ref Verdicts verdicts)
    {
        var known = state.Offset;
        (state.IsCommitted, state.Offset) = (true, value);
        return Placed(state, known, value, ref verdicts);
    }

    private static After Size(RegionState state, ByteCount value, ref Verdicts verdicts)
    {
        var known = state.Size;
        state.Size = value;
        return Placed(state, known, value, ref verdicts);
    }

    private static After Placed(RegionState state, ByteCount? known, ByteCount value, ref Verdicts verdicts)
    {
        verdicts.Met(MigrationRequirements.Win02);
        if (known is not null) verdicts.Met(MigrationRequirements.Win07);
        var isInside = state.Offset is not { Value: var offset }
            || (offset >= RegionTraits.Fields.Value && offset <= state.Traits.Size.Value
                && (state.Size?.Value ?? 0) <= state.Traits.Size.Value - offset);
        if (isInside && (known ?? value) == value) return After.Consistent;
        if (state.Stream is { } stream) stream.IsSpoilt = true;
        if (isInside)
            verdicts.Violate(MigrationRequirements.Win07, "segment", Deviation.WrongValue, $"{known}", $"{value}");
        else
            verdicts.Violate(
                MigrationRequirements.Win02, "segment", Deviation.WrongValue,
                $"inside the {state.Traits.Size} bytes of the region", $"{value}");
        return After.Resynchronised;
    }

    private static After NoEnd(RegionState state, RegionStream stream, ref Verdicts verdicts)
    {
        verdicts.Violate(
            MigrationRequirements.Win03, "pending", Deviation.Extra, $"{state.Traits.Longest} bytes in all, then none",
            $"{stream.Final} bytes read, {state.Pending?.Value ?? 0} pending");
        stream.IsSpoilt = true;
        return After.Lost;
    }
}
