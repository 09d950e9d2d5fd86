using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;

namespace IoSpec.Reference.Dirty;

/// <summary>
/// The one judge of the area <c>dirty</c>: compares what was seen with what is allowed, and steps the state.
/// </summary>
public static class DirtyJudge
{
    /// <summary>Judges one step.</summary>
    /// <param name="state">The state, which is changed.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="seen">What was seen; never <see cref="Lost"/>.</param>
    /// <param name="verdicts">Takes evidence, coverage and violations.</param>
    /// <returns>How judging goes on.</returns>
    public static After Judge(DirtyState state, DirtyOperation operation, Observation seen, ref Verdicts verdicts)
    {
        if (verdicts.Plans) TrackerSteps.Do(state.Model, operation, seen, state.Step);

        // A report may give what was allowed at any moment of it.
        state.Begun?.Allowed.Add(Allowance.Of(state));
        var after = seen is Unsupported unsupported
            ? NotSupported(unsupported, ref verdicts)
            : Of(state, operation, seen, ref verdicts);
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
            DirtyRequirements.Live01, "observation", Deviation.WrongValue, "an answer to the operation",
            seen.ToString());
        return After.Lost;
    }

    private static After Of(DirtyState state, DirtyOperation operation, Observation seen, ref Verdicts verdicts) =>
        operation switch
        {
            DirtyOperation.Start => LifeJudge.Start(state, seen, ref verdicts),
            DirtyOperation.Stop => LifeJudge.Stop(state, seen, ref verdicts),
            DirtyOperation.Map map => LifeJudge.Map(state, map, seen, ref verdicts),
            DirtyOperation.Unmap unmap => LifeJudge.Unmap(state, unmap, seen, ref verdicts),
            DirtyOperation.Write write => WriteJudge.Write(state, write, seen, ref verdicts),
            DirtyOperation.BeginWrite begin => WriteJudge.Begin(state, begin, seen, ref verdicts),
            DirtyOperation.EndWrite end => WriteJudge.End(state, end, seen, ref verdicts),
            DirtyOperation.Copy copy => WriteJudge.Copy(state, copy, seen, ref verdicts),
            DirtyOperation.Report report => ReportJudge.Report(state, report, seen, ref verdicts),
            DirtyOperation.BeginReport begin => ReportJudge.Begin(state, begin, seen, ref verdicts),
            DirtyOperation.EndReport => ReportJudge.End(state, seen, ref verdicts),
            DirtyOperation.Pin pin => LifeJudge.Pin(state, pin, seen, ref verdicts),
            DirtyOperation.Unpin unpin => LifeJudge.Unpin(state, unpin, seen, ref verdicts),
            DirtyOperation.Attach attach => LifeJudge.Attach(state, attach.Writer, seen, ref verdicts),
            DirtyOperation.Detach detach => LifeJudge.Detach(state, detach.Writer, seen, ref verdicts),
            DirtyOperation.Move move => MoveJudge.Move(state, move, seen, ref verdicts),
            _ => Garbage(seen, ref verdicts),
        };

    // Only what is among the traits is asked for.
    private static After NotSupported(Unsupported unsupported, ref Verdicts verdicts)
    {
        verdicts.Violate(
            DirtyRequirements.Cap01, "support", Deviation.Missing, "what is declared is done", unsupported.Reason);
        return After.Lost;
    }
}
