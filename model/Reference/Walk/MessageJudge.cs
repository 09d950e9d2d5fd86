using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>Judges what became of an interrupt message.</summary>
internal static class MessageJudge
{
    public static After Judge(
        WalkState state, WalkFormat format, WalkOperation.Message operation, WalkObservation.Signalled seen,
        ref Verdicts verdicts)
    {
        verdicts.Met(WalkRequirements.Capable);
        var message = MessageRequest.Of(operation);
        var allowed = AllowedMessages.Of(state, format, message);
        var requirements = format.Requirements.Interrupts!;
        if (allowed.IsAmbiguous)
        {
            verdicts.GiveUp();
            Note(state, format, message, [], certain: false);
            return After.Consistent;
        }

        Evidence(state, allowed, requirements, seen, ref verdicts);
        var fine = allowed.Explains(seen.Interrupts, seen.Pending);
        if (!fine) Violate(allowed, requirements, seen, ref verdicts);
        Traces(state, format, message, allowed, seen, fine);
        return fine ? After.Consistent : After.Resynchronised;
    }

    private static void Evidence(
        WalkState state, AllowedMessages allowed, InterruptRequirements requirements,
        WalkObservation.Signalled seen, ref Verdicts verdicts)
    {
        if (!verdicts.TakesEvidence || allowed.IsUntold) return;
        if (allowed.Results.All(result => IsSeen(result, seen.Pending))) verdicts.Met(requirements.Delivered);
        if (!allowed.MustFault)
        {
            verdicts.Met(requirements.AsWritten);
        }
        else
        {
            var cause = Cause(allowed);
            verdicts.Met(requirements.Of(cause));
            if (WalkCoverpoints.OfMessage(cause) is { } point) verdicts.Cover(point);
            AccessEvidence.Codes(state, ((MessageResult.Blocked)allowed.Results[0]).Fault, ref verdicts);
        }

        if (allowed.Former.Any(former => IsSeen(former, seen.Pending))) verdicts.Met(requirements.Invalidation);
    }

    private static void Violate(
        AllowedMessages allowed, InterruptRequirements requirements, WalkObservation.Signalled seen,
        ref Verdicts verdicts)
    {
        var expected = string.Join(" or ", allowed.Results.Select(Describe));
        var got = Describe(new MessageResult.Delivered(seen.Interrupts));
        if (seen.Interrupts.Count == 0)
            verdicts.Violate(requirements.Delivered, "message", Deviation.Missing, expected, "nothing");
        else if (!IsMalformed(allowed) && allowed.Former.Any(former => IsThis(former, seen)))
            verdicts.Violate(requirements.Invalidation, "message", Deviation.Stale, expected, got);
        else if (allowed.MustFault)
            verdicts.Violate(requirements.Of(Cause(allowed)), "message", Deviation.Extra, expected, got);
        else
            verdicts.Violate(requirements.AsWritten, "message", Deviation.WrongValue, expected, got);
    }

    // What no entry could ever admit is no matter of caching.
    private static bool IsMalformed(AllowedMessages allowed) =>
        allowed.MustFault && Cause(allowed) is WalkCause.KindNotAdmitted or WalkCause.ReservedBit;

    private static WalkCause Cause(AllowedMessages allowed) =>
        ((MessageResult.Blocked)allowed.Results[0]).Fault.Cause;

    private static bool IsSeen(MessageResult result, ValueList<ReceivedInterrupt> pending) =>
        AllowedMessages.Shows(result, pending).Any();

    private static bool IsThis(MessageResult result, WalkObservation.Signalled seen) =>
        AllowedMessages.Shows(result, seen.Pending).SequenceEqual(seen.Interrupts);

    // A message that was blocked leaves a record; one of which nobody knows may.
    private static void Traces(
        WalkState state, WalkFormat format, in MessageRequest message, AllowedMessages allowed,
        WalkObservation.Signalled seen, bool fine)
    {
        if (seen.Interrupts.Count > 0 && fine) return;
        var (faults, silenced) = (new List<WalkFault>(), new List<WalkFault>());
        foreach (var result in allowed.Results)
        {
            if (result is not MessageResult.Blocked(var fault)) continue;
            (fault.Logging == Logging.Never ? silenced : faults).Add(fault);
        }

        if (silenced.Count > 0 && fine)
            state.Ledger.NoteSilenced(new ExpectedRecord(message.AsWrite, [], [.. silenced], Certain: false));
        var isOpen = seen.Interrupts.Count == 0 && allowed.Results.Any(
            result => result is not MessageResult.Blocked && !IsSeen(result, seen.Pending));
        if (!fine || isOpen) Note(state, format, message, [], certain: false);
        else if (faults.Count > 0) Note(state, format, message, faults, IsCertain(allowed, seen, faults));
    }

    private static bool IsCertain(
        AllowedMessages allowed, WalkObservation.Signalled seen, List<WalkFault> faults)
    {
        var isBlocked = allowed.Results.All(result =>
            result is MessageResult.Blocked || (result is MessageResult.Delivered && IsSeen(result, seen.Pending)));
        return isBlocked && allowed.Results.All(
            result => result is not MessageResult.Blocked(var fault) || faults.Contains(fault))
            && faults.TrueForAll(fault => fault.Logging == Logging.Must);
    }

    private static void Note(
        WalkState state, WalkFormat format, in MessageRequest message, List<WalkFault> faults, bool certain) =>
        state.Ledger.Note(new ExpectedRecord(
            message.AsWrite, format.PagesOf(state.Configuration.Unit, message.At), [.. faults], certain));

    private static string Describe(MessageResult result) => result switch
    {
        MessageResult.Blocked blocked => $"blocked ({blocked.Fault.Cause})",
        MessageResult.Delivered delivered => delivered.Interrupts.Count == 0
            ? "delivered elsewhere"
            : "vector " + string.Join(", ", delivered.Interrupts.Select(i => $"{i.Vector} at processor {i.Processor}")),
        _ => "anything",
    };
}
