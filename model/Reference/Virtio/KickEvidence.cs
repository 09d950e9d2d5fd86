using System.Numerics;
using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using static IoSpec.Contracts.Virtio.VirtioRequirements;

namespace IoSpec.Reference.Virtio;

/// <summary>What a kick puts to the test.</summary>
internal static class KickEvidence
{
    /// <summary>Which cell of the table of decisions the driver has come to.</summary>
    public static void Cell(VirtioState state, ref Verdicts verdicts)
    {
        var model = state.Model;
        if ((state.Status & VirtioStatus.DriverOk) == 0 || !state.HasQueue || state.Waiting == 0) return;
        if (state.Style is not { } style) return;
        verdicts.Cover(VirtioCoverpoints.Cell(
            state.Configuration.Mode, (model.Offered & VirtioFeatures.AccessPlatform) != 0,
            (model.Acknowledged & VirtioFeatures.AccessPlatform) != 0, style, model.IsPacked));
    }

    /// <summary>Which requirements a device could have broken.</summary>
    public static void Note(
        VirtioState state, VirtioOperation.Kick kick, DeviceRun run, ref Verdicts verdicts)
    {
        var hasRecords = state.Configuration.KeepsRecords;
        if (run.Idle != Idle.No)
        {
            if (state.Waiting > 0 && run.Idle != Idle.Stopped) verdicts.Met(WriteJudge.Gate(run.Idle));
            return;
        }

        Platform(state, run, ref verdicts);
        Ring(state, run, ref verdicts);
        if (kick.IfWanted && run.Used.Count > 0 && run.Faults.Count == 0 && !run.Stops && !run.IsMisused)
            verdicts.Met(Not03);
        if (hasRecords && run.HasFault) verdicts.Met(Flt01);
        if (hasRecords && (run.Faults.Count > 0 || run.Descriptors.Count > 0)) verdicts.Met(Flt02);
        if (run.Stops && !run.IsMisused && state.Configuration.TellsThatItStopped()) verdicts.Met(Err01);
        if (run.Stops && !run.RefusedTable) verdicts.Cover(VirtioCoverpoints.Hostile);
    }

    /// <summary>How many requests are judged, and how many of them at once.</summary>
    public static void Requests(int used, ref Verdicts verdicts)
    {
        if (used == 0) return;
        for (var i = 0; i < used; i++) verdicts.Cover(VirtioCoverpoints.Request);
        verdicts.Cover(VirtioCoverpoints.UsedAtOnce(used));
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
        if (state.IsPacked && run.Written.Count > 0) verdicts.Met(Use04);
        InterruptJudge.Note(state.Model, run, ref verdicts);
        if (run.RefusedTable) verdicts.Met(Dsc01);
        if (run.MetTable) verdicts.Cover(VirtioCoverpoints.Indirect);
        if (run.Available == state.Size) verdicts.Cover(VirtioCoverpoints.Full);
        if (run.IsWrapped) verdicts.Cover(VirtioCoverpoints.Wrapped);
        if (!state.IsPacked || run.Used.Count == 0) return;
        if (!BitOperations.IsPow2(state.Size)) verdicts.Cover(VirtioCoverpoints.Odd);
        if (run.MetTable) verdicts.Cover(VirtioCoverpoints.PackedIndirect);
    }
}
