using IoSpec.Contracts;
using IoSpec.Contracts.Dma;

namespace IoSpec.Reference.Dma;

/// <summary>
/// The one judge of the area <c>dma</c>: compares what was seen with what is allowed, and steps the state.
/// </summary>
public static class DmaJudge
{
    /// <summary>Judges one step.</summary>
    /// <param name="state">The state, which is changed.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="seen">What was seen; never <see cref="Lost"/>.</param>
    /// <param name="verdicts">Takes evidence, coverage and violations.</param>
    /// <returns>How judging goes on.</returns>
    public static After Judge(DmaState state, DmaOperation operation, Observation seen, ref Verdicts verdicts)
    {
        if (verdicts.Plans) DmaSteps.Do(state.Model, operation, state.Step);
        verdicts.Met(DmaRequirements.Live01);
        var after = seen is Unsupported ? Garbage(seen, ref verdicts) : Of(state, operation, seen, ref verdicts);
        state.Step++;
        return after;
    }

    /// <summary>The observation is no answer to the operation.</summary>
    /// <param name="seen">The observation.</param>
    /// <param name="verdicts">Takes the violation.</param>
    /// <returns>The case ends.</returns>
    internal static After Garbage(Observation seen, ref Verdicts verdicts)
    {
        verdicts.Violate(
            DmaRequirements.Live01, "observation", Deviation.WrongValue, "an answer to the operation",
            seen.ToString());
        return After.Lost;
    }

    private static After Of(DmaState state, DmaOperation operation, Observation seen, ref Verdicts verdicts) =>
        operation switch
        {
            DmaOperation.Map map => MapJudge.Map(state, map, seen, ref verdicts),
            DmaOperation.Unmap unmap => UnmapJudge.Unmap(state, unmap, seen, ref verdicts),
            DmaOperation.Access access => AccessJudge.Access(state, access, seen, ref verdicts),
            DmaOperation.Advance advance => TimeJudge.Advance(state, advance, seen, ref verdicts),
            DmaOperation.BeginFlush => TimeJudge.Begin(state, seen, ref verdicts),
            DmaOperation.EndFlush => TimeJudge.End(state, seen, ref verdicts),
            _ => Set(state, operation, seen, ref verdicts),
        };

    private static After Set(DmaState state, DmaOperation operation, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not DmaObservation.Done done) return Garbage(seen, ref verdicts);
        ActJudge.Follow(state, done.Acts, isMap: false, ref verdicts);
        switch (operation)
        {
            case DmaOperation.Limit limit: state.Machine.Slots = limit.Slots; break;
            case DmaOperation.Fail { Call: InnerCall.Table } fail: state.NoTable = fail.After; break;
            case DmaOperation.Fail fail:
                state.Machine.Fail(fail.Call, fail.After);
                state.HasFailure = true;
                break;
        }

        return After.Consistent;
    }
}
