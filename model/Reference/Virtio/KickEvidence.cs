using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using static IoSpec.Contracts.Virtio.VirtioRequirements;

namespace IoSpec.Reference.Virtio;

/// <summary>What a kick puts to the test.</summary>
internal static class KickEvidence
{
    public static void Note(VirtioState state, DeviceRun run, ref Verdicts verdicts)
    {
        if (run.Idle != Idle.No)
        {
            if (state.Waiting > 0 && run.Idle != Idle.Stopped) verdicts.Met(WriteJudge.Gate(run.Idle));
            return;
        }

        Platform(state, run, ref verdicts);
        Ring(state, run, ref verdicts);
        if (run.HasFault) verdicts.Met(Flt01);
        if (run.Faults.Count > 0 || run.Descriptors.Count > 0) verdicts.Met(Flt02);
        if (run.Stops && !run.IsMisused) verdicts.Met(Err01);
        if (run.Stops && !run.RefusedTable) verdicts.Cover(VirtioCoverpoints.Hostile);
    }

    private static void Platform(VirtioState state, DeviceRun run, ref Verdicts verdicts)
    {
        var (model, configuration) = (state.Model, state.Configuration);
        if (run.Descriptors.Count > 0) verdicts.Cover(VirtioCoverpoints.Ran(configuration.Mode, model.UsesBus));
        foreach (var descriptor in run.Descriptors)
        {
            var number = VirtioLayout.PageOf(descriptor.At.Value);
            var (to, access) = model.Tables.Of(number);
            var isWritten = (descriptor.Flags & DescriptorFlags.Write) != 0;
            if (isWritten && descriptor.Length.Value > 1
                && VirtioLayout.PageOf(descriptor.At.Value + descriptor.Length.Value - 1) != number)
                verdicts.Cover(VirtioCoverpoints.Crossing);
            if (!configuration.HasTables() || !isWritten) continue;
            if (!model.UsesBus)
            {
                if (to != number) verdicts.Met(Adr02);
                continue;
            }

            if (to != number) verdicts.Met(Adr01);
            if (to < 0) verdicts.Met(Con02);
            else if ((access & Access.Write) == 0) verdicts.Met(Con03);
            if (to < 0 || (access & Access.Write) == 0) verdicts.Cover(VirtioCoverpoints.Blocked);
        }
    }

    private static void Ring(VirtioState state, DeviceRun run, ref Verdicts verdicts)
    {
        if (run.Descriptors.Count > 0) verdicts.Met(Con01);
        if (run.Descriptors.Exists(d => (d.Flags & DescriptorFlags.Write) == 0)) verdicts.Met(Con04);
        if (run.Used.Count > 0) verdicts.Met(Use01);
        if (run.Used.Count > 0) verdicts.Met(Use03);
        if (run.Used.Count > 0 && run.Faults.Count == 0 && !run.Stops && !run.IsMisused) verdicts.Met(Use02);
        if (run.Used.Count > 0 && state.Model.WantsInterrupts) verdicts.Met(Not01);
        if (run.Used.Count > 0 && !state.Model.WantsInterrupts) verdicts.Met(Not02);
        if (run.RefusedTable) verdicts.Met(Dsc01);
        if (run.MetTable) verdicts.Cover(VirtioCoverpoints.Indirect);
        if (run.Available == state.Configuration.Size) verdicts.Cover(VirtioCoverpoints.Full);
    }
}
