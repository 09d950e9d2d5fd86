using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>
/// The one judge of devices in the area <c>migration</c>: compares what was seen with what is allowed, and steps the
/// state.
/// </summary>
public static class MigrationJudge
{
    /// <summary>Judges one step.</summary>
    /// <param name="state">The state, which is changed.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="seen">What was seen; never <see cref="Lost"/>.</param>
    /// <param name="verdicts">Takes evidence, coverage and violations.</param>
    /// <returns>How judging goes on.</returns>
    public static After Judge(
        MigrationState state, MigrationOperation operation, Observation seen, ref Verdicts verdicts)
    {
        if (verdicts.Plans) DeviceSteps.Do(state.Model, operation, state.Step);
        var after = seen is Unsupported unsupported
            ? NotSupported(unsupported, ref verdicts)
            : Of(state, operation, seen, ref verdicts);
        if (operation is not MigrationOperation.PreCopyInfo && state.Current is { } current)
            current.LeftJustNow = null;
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
            MigrationRequirements.Live01, "observation", Deviation.WrongValue, "an answer to the operation",
            seen.ToString());
        return After.Lost;
    }

    private static After Of(
        MigrationState state, MigrationOperation operation, Observation seen, ref Verdicts verdicts) =>
        operation switch
        {
            MigrationOperation.GetState => StateJudge.Get(state, seen, ref verdicts),
            MigrationOperation.SetState set => ChangeJudge.Judge(state, set.To, seen, ref verdicts),
            MigrationOperation.SetUndefined => ChangeJudge.Undefined(state, seen, ref verdicts),
            MigrationOperation.Reset => StateJudge.Reset(state, seen, ref verdicts),
            MigrationOperation.FailNext => FailNext(state, seen, ref verdicts),
            MigrationOperation.Read read => ReadJudge.Judge(state, read, seen, ref verdicts),
            MigrationOperation.Write write => WriteJudge.Judge(state, write, seen, ref verdicts),
            MigrationOperation.Close close => Close(state, close, seen, ref verdicts),
            MigrationOperation.PreCopyInfo info => InfoJudge.Judge(state, info, seen, ref verdicts),
            MigrationOperation.DataSize => Size(seen, ref verdicts),
            MigrationOperation.WriteRegister write => RegisterJudge.Write(state, write, seen, ref verdicts),
            MigrationOperation.ReadRegister read => RegisterJudge.Read(state, read, seen, ref verdicts),
            MigrationOperation.StartWork start => WorkJudge.Start(state, start, seen, ref verdicts),
            MigrationOperation.Watch => WorkJudge.Watch(state, seen, ref verdicts),
            MigrationOperation.WriteConfig write => ConfigJudge.Write(state, write, seen, ref verdicts),
            MigrationOperation.ReadConfig read => ConfigJudge.Read(state, read, seen, ref verdicts),
            MigrationOperation.SetVector set => VectorJudge.Set(state, set, seen, ref verdicts),
            MigrationOperation.Raise raise => VectorJudge.Raise(state, raise, seen, ref verdicts),
            _ => Garbage(seen, ref verdicts),
        };

    // Only what is among the traits is asked for.
    internal static After NotSupported(Unsupported unsupported, ref Verdicts verdicts)
    {
        verdicts.Violate(
            MigrationRequirements.Cap01, "support", Deviation.Missing, "what is declared is done", unsupported.Reason);
        return After.Lost;
    }

    private static After FailNext(MigrationState state, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not MigrationObservation.Done) return Garbage(seen, ref verdicts);
        verdicts.Met(MigrationRequirements.Cap01);
        state.MayFail = true;
        return After.Consistent;
    }

    private static After Close(
        MigrationState state, MigrationOperation.Close close, Observation seen, ref Verdicts verdicts)
    {
        if (seen is not MigrationObservation.Done) return Garbage(seen, ref verdicts);
        state.Session(close.Session)!.IsClosed = true;
        return After.Consistent;
    }

    private static After Size(Observation seen, ref Verdicts verdicts)
    {
        if (seen is not (MigrationObservation.Size or MigrationObservation.Failed)) return Garbage(seen, ref verdicts);
        verdicts.Met(MigrationRequirements.Siz01);
        if (seen is MigrationObservation.Size) return After.Consistent;
        verdicts.Violate(MigrationRequirements.Siz01, "answer", Deviation.Missing, "an estimate", seen.ToString());
        return After.Resynchronised;
    }
}
