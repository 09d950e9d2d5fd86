using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>The one judge of the area <c>zpci</c>.</summary>
public static class ZpciJudge
{
    /// <summary>Judges one step.</summary>
    /// <param name="state">The state, which is changed.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="seen">What was seen.</param>
    /// <param name="verdicts">Takes evidence, coverage and violations.</param>
    /// <returns>How judging goes on.</returns>
    public static After Judge(ZpciState state, ZpciOperation operation, Observation seen, ref Verdicts verdicts)
    {
        if (ZpciCoverpoints.Of(state.Function, operation) is { } point) verdicts.Cover(point);
        var after = Of(state, operation, seen, ref verdicts);
        ZpciSteps.Do(state, operation, seen);
        return after;
    }

    private static After Of(ZpciState state, ZpciOperation operation, Observation seen, ref Verdicts verdicts) =>
        seen switch
        {
            ZpciObservation.Ended ended => Ended(state, operation, ended, ref verdicts),
            ZpciObservation.Done when operation is ZpciOperation.Fail => After.Consistent,
            ZpciObservation.Signalled signalled when operation is ZpciOperation.Signal signal =>
                InterruptJudge.Signalled(state, signal, signalled, ref verdicts),
            ZpciObservation.Taken taken when operation is ZpciOperation.TakeInterrupts =>
                InterruptJudge.Taken(state, taken, ref verdicts),
            ZpciObservation.Stored stored when operation is ZpciOperation.StoreControls store =>
                ControlJudge.Stored(state, store, stored, ref verdicts),
            ZpciObservation.Listed listed when operation is ZpciOperation.List =>
                RequestJudge.Listed(state, listed, ref verdicts),
            ZpciObservation.Described described when operation is ZpciOperation.Query query =>
                RequestJudge.Described(state, query, described, ref verdicts),
            ZpciObservation.Grouped grouped when operation is ZpciOperation.QueryGroup query =>
                RequestJudge.Grouped(state, query, grouped, ref verdicts),
            ZpciObservation.Responded responded when operation is ZpciOperation.Configure =>
                RequestJudge.Configured(state, becomes: true, responded, ref verdicts),
            ZpciObservation.Responded responded when operation is ZpciOperation.Deconfigure =>
                RequestJudge.Configured(state, becomes: false, responded, ref verdicts),
            ZpciObservation.Responded responded when operation is
                ZpciOperation.Enable or ZpciOperation.Disable or ZpciOperation.BadRequest =>
                RequestJudge.Responded(state, operation, responded, ref verdicts),
            _ => Garbage(seen, ref verdicts),
        };

    private static After Ended(
        ZpciState state, ZpciOperation operation, ZpciObservation.Ended seen, ref Verdicts verdicts) =>
        operation switch
        {
            ZpciOperation.ResetBlock => ControlJudge.ResetBlock(state, seen, ref verdicts),
            ZpciOperation.ResetError => ControlJudge.ResetError(state, seen, ref verdicts),
            ZpciOperation.BlockStore store => AccessJudge.BlockStore(state, store, seen, ref verdicts),
            ZpciOperation.Store store => AccessJudge.Store(state, store, seen, ref verdicts),
            ZpciOperation.Load load => AccessJudge.Load(state, load, seen, ref verdicts),
            ZpciOperation.Command command => DriverJudge.Command(state, command, seen, ref verdicts),
            ZpciOperation.Move move => DriverJudge.Move(state, move, seen, ref verdicts),
            ZpciOperation.Copy copy => CopyJudge.Judge(state, copy, seen, ref verdicts),
            ZpciOperation.Modify modify => ControlJudge.Modify(state, modify, seen, ref verdicts),
            ZpciOperation.Refresh refresh => ControlJudge.Refresh(state, refresh, seen, ref verdicts),
            ZpciOperation.Elsewhere elsewhere => ControlJudge.Elsewhere(state, elsewhere, seen, ref verdicts),
            ZpciOperation.OddPair => ControlJudge.OddPair(seen, ref verdicts),
            ZpciOperation.StoreControls store => ControlJudge.StoreRejected(state, store, seen, ref verdicts),
            _ => Garbage(seen, ref verdicts),
        };

    private static After Garbage(Observation seen, ref Verdicts verdicts)
    {
        verdicts.Violate(
            ZpciRequirements.Live01, "observation", Deviation.WrongValue, "an answer to the operation",
            seen.ToString());
        return After.Lost;
    }
}
