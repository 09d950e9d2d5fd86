using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>
/// The one judge of the area <c>walk</c>: compares what was seen with what is allowed, and steps the state.
/// </summary>
public static class WalkJudge
{
    /// <summary>Judges one step.</summary>
    /// <param name="state">The state, which is changed.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="seen">What was seen; never <see cref="Lost"/>.</param>
    /// <param name="verdicts">Takes evidence, coverage and violations.</param>
    /// <returns>How judging goes on.</returns>
    public static After Judge(WalkState state, WalkOperation operation, Observation seen, ref Verdicts verdicts)
    {
        var format = WalkFormatCatalogue.Of(state.Configuration.Unit);
        state.Last = operation;
        return (operation, seen) switch
        {
            (_, Unsupported unsupported) => NotSupported(unsupported, ref verdicts),
            (WalkOperation.Dma dma, WalkObservation.Transferred transferred) =>
                AccessJudge.Judge(state, format, dma, transferred, ref verdicts),
            (WalkOperation.Message message, WalkObservation.Signalled signalled) =>
                MessageJudge.Judge(state, format, message, signalled, ref verdicts),
            (WalkOperation.ReadFaults, WalkObservation.Faults faults) =>
                RecordJudge.Judge(state, format, faults, ref verdicts),
            (WalkOperation.ReadEntry read, WalkObservation.Entry entry) =>
                EntryJudge.Judge(state, format, read, entry, ref verdicts),
            (WalkOperation.Await, WalkObservation.Answered answered) when state.Commands.Asked is { } terms =>
                ViommuJudge.Judge(state, terms, answered, ref verdicts),
            (WalkOperation.Await, WalkObservation.Stopped) when state.Commands.Asked is { } terms =>
                ViommuJudge.Stopped(state, terms, ref verdicts),
            (WalkOperation.Await, WalkObservation.Done) when state.Commands.Asked is null =>
                Waited(state, format, stopped: false, ref verdicts),
            (WalkOperation.Await, WalkObservation.Stopped) => Waited(state, format, stopped: true, ref verdicts),
            (WalkOperation.Write or WalkOperation.Program or WalkOperation.Submit or WalkOperation.Reset,
                WalkObservation.Done) => Done(state, format, operation),
            _ => Garbage(seen, ref verdicts),
        };
    }

    /// <summary>The observation is no answer to the operation.</summary>
    /// <param name="seen">The observation.</param>
    /// <param name="verdicts">Takes the violation.</param>
    /// <returns>The case ends.</returns>
    internal static After Garbage(Observation seen, ref Verdicts verdicts)
    {
        verdicts.Violate(
            WalkRequirements.Live, "observation", Deviation.WrongValue, "an answer to the operation", seen.ToString());
        return After.Lost;
    }

    private static After Done(WalkState state, WalkFormat format, WalkOperation operation)
    {
        WalkSteps.Do(state, format, operation);
        return After.Consistent;
    }

    // What applies is declared: see WalkForm.
    private static After NotSupported(Unsupported unsupported, ref Verdicts verdicts)
    {
        verdicts.Violate(
            WalkRequirements.Capable, "support", Deviation.Missing, "what is declared is done", unsupported.Reason);
        return After.Lost;
    }

    private static After Waited(WalkState state, WalkFormat format, bool stopped, ref Verdicts verdicts)
    {
        var (isIllegal, isOpen) = (state.Commands.HasIllegal, state.Commands.HasOpen);
        var broken = isIllegal ? format.Requirements.Illegal : format.Requirements.Completion;
        if (isIllegal || !isOpen) verdicts.Met(broken);
        var fine = isOpen || isIllegal == stopped;
        if (!fine)
        {
            verdicts.Violate(
                broken, "queue", stopped ? Deviation.Extra : Deviation.Missing,
                stopped ? "the wait ends" : "the queue stops", stopped ? "the queue stops" : "the wait ends");
        }

        if (verdicts.TakesEvidence) CoverCommands(state, ref verdicts);
        WalkSteps.Settle(state, stopped || isIllegal);
        return fine ? After.Consistent : After.Resynchronised;
    }

    private static void CoverCommands(WalkState state, ref Verdicts verdicts)
    {
        var points = WalkCoverpoints.Of(state.Configuration.Unit);
        foreach (var (effect, _) in state.Commands.Submitted)
        {
            var name = effect is CommandEffect.Invalidates(var scope) ? scope.GetType().Name : effect.GetType().Name;
            if (points.OfCommand(name) is { } point) verdicts.Cover(point);
        }
    }
}
