using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>Judges what the unit wrote into tables: marks that requests call for, and nothing else.</summary>
internal static class EntryJudge
{
    public static After Judge(
        WalkState state, WalkFormat format, WalkOperation.ReadEntry read, WalkObservation.Entry seen,
        ref Verdicts verdicts)
    {
        var history = state.Memory.Enter(read.At);
        var changed = history.Now.Value ^ seen.Value.Value;
        var must = history.MustMark.Value;
        var may = history.MayMark.Value | must | format.MayMark(state.Configuration.Unit, history.Now).Value;
        var after = After.Consistent;
        verdicts.Met(format.Requirements.Untouched);
        if ((changed & ~may) != 0)
        {
            verdicts.Violate(
                format.Requirements.Untouched, "entry", Deviation.Extra,
                $"{history.Now}, of which the unit may have turned {new Word(may)}", seen.Value.ToString());
            after = After.Resynchronised;
        }

        if (must != 0) verdicts.Met(format.Requirements.Marked);
        if ((must & ~changed) != 0)
        {
            verdicts.Violate(
                format.Requirements.Marked, "entry", Deviation.Missing,
                $"{history.Now} with {new Word(must)} turned", seen.Value.ToString());
            after = After.Resynchronised;
        }

        history.Adopt(seen.Value);
        return after;
    }
}
