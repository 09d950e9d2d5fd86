using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk;

/// <summary>Finds what changed last, so that it is invalidated and used again.</summary>
internal static class ChangeDraw
{
    /// <summary>The entry of a trail that was written last, mostly.</summary>
    public static TrailStep Latest(WalkState plan, Trail trail, ref Choices choices)
    {
        var latest = trail.Steps[choices.Below(trail.Steps.Count)];
        if (choices.OneIn(4)) return latest;
        var moment = 0L;
        foreach (var step in trail.Steps)
        {
            for (var i = 0; i < step.Words; i++)
            {
                if (plan.Memory.Find(step.At.Plus((ulong)i * 8)) is not { Count: > 1 } history) continue;
                if (history.Born(history.Count - 1) <= moment) continue;
                (moment, latest) = (history.Born(history.Count - 1), step);
            }
        }

        return latest;
    }
}
