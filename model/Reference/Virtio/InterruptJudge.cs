using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using static IoSpec.Contracts.Virtio.VirtioRequirements;

namespace IoSpec.Reference.Virtio;

/// <summary>Judges whether the driver was interrupted as it wanted; nothing else depends on that.</summary>
internal static class InterruptJudge
{
    /// <summary>Judges it.</summary>
    /// <returns>False if it was not.</returns>
    public static bool Judge(VirtioState state, DeviceRun run, VirtioObservation.Ran seen, ref Verdicts verdicts)
    {
        var isNamed = state.Model.EventAt is not null;

        // Which entry is which is known if as many are used as are due.
        if (isNamed && seen.Used.Count != run.Used.Count) return true;
        var (must, may) = EventIndex.Of(state.Model, run);
        if (seen.Used.Count > 0 && must && !seen.Interrupted)
        {
            var missing = isNamed ? Not04 : Not01;
            verdicts.Violate(missing, "interrupt", Deviation.Missing, "an interrupt", "none");
            return false;
        }

        if (!seen.Interrupted || may || (seen.Value & VirtioStatus.NeedsReset) != 0) return true;
        var unwanted = isNamed ? Not05 : Not02;
        verdicts.Violate(unwanted, "interrupt", Deviation.Extra, "no interrupt", "one");
        return false;
    }

    /// <summary>What a kick puts to the test.</summary>
    public static void Note(DeviceModel model, DeviceRun run, ref Verdicts verdicts)
    {
        if (run.Used.Count == 0) return;
        var (must, may) = EventIndex.Of(model, run);
        var isNamed = model.EventAt is not null;
        if (must) verdicts.Met(isNamed ? Not04 : Not01);
        if (!may) verdicts.Met(isNamed ? Not05 : Not02);
        if (isNamed && may && run.Spans.Count > 1) verdicts.Cover(VirtioCoverpoints.EventInside);
    }
}
