using System.Globalization;
using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using static IoSpec.Contracts.Virtio.VirtioRequirements;

namespace IoSpec.Reference.Virtio;

/// <summary>Judges where a device wrote, and says what a wrong place is.</summary>
internal static class WriteJudge
{
    /// <summary>Judges every run of bytes.</summary>
    /// <returns>False if something was written where nothing may be.</returns>
    public static bool Judge(VirtioState state, DeviceRun run, VirtioObservation.Ran seen, ref Verdicts verdicts)
    {
        if (run.Idle != Idle.No && (seen.Written.Count > 0 || seen.Used.Count > 0))
        {
            var requirement = Gate(run.Idle);
            verdicts.Violate(requirement, "written", Deviation.Extra, "nothing is used", Words(seen));
            return false;
        }

        // How many places of a packed queue a wrong chain takes is open, and what follows is used behind it.
        if (run.Stops) return OpenJudge.Writes(state, seen, state.IsPacked, ref verdicts);
        var allowed = Allowed(state, run);
        foreach (var written in seen.Written)
        {
            if (Within(allowed, written) && written.IsData) continue;
            var wrong = FirstOutside(allowed, written);
            var requirement = written.IsData ? Blame(state, run, wrong) : Con01;
            verdicts.Violate(requirement, "written", Deviation.Foreign, "the buffers", $"{wrong}");
            return false;
        }

        return true;
    }

    /// <summary>What is broken by a device that works while it must not.</summary>
    internal static Requirement Gate(Idle idle) => idle switch
    {
        Idle.NoDriverOk => Sta02,
        Idle.NoQueue => Sta03,
        Idle.QueueWasReset => Que01,
        Idle.NoBusMaster => Bus01,
        _ => Con01,
    };

    private static string Words(VirtioObservation.Ran seen) =>
        seen.Written.Count > 0
            ? $"written at {seen.Written[0].At}"
            : $"used {seen.Used[0].Head.ToString(CultureInfo.InvariantCulture)}";

    // After a page that is blocked the others of the chain may be written, or not.
    private static ValueList<WrittenRun> Allowed(VirtioState state, DeviceRun run)
    {
        if (run.Faults.Count == 0 && state.Configuration.Device == VirtioDevice.Source) return run.Seen.Written;
        var (all, nothing) = (new DeviceRun(), new DeviceRun());
        foreach (var descriptor in run.Descriptors)
        {
            if ((descriptor.Flags & DescriptorFlags.Write) == 0) continue;
            for (var done = 0ul; done < descriptor.Length.Value;)
            {
                var source = descriptor.At.Plus(done);
                var part = Math.Min(descriptor.Length.Value - done, Page.Bytes - (source.Value & (Page.Bytes - 1)));
                if (DeviceAccess.Place(state.Model, source, Access.Write, nothing) is not null)
                    DeviceAccess.Write(state.Model, source, part, all);
                done += part;
            }
        }

        return Runs.Of(all.Written);
    }

    private static bool Within(ValueList<WrittenRun> allowed, WrittenRun written)
    {
        foreach (var run in allowed)
        {
            if (run.At.Value <= written.At.Value
                && written.At.Value + written.Length.Value <= run.At.Value + run.Length.Value) return true;
        }

        return false;
    }

    // The runs of what is allowed are in order.
    private static Gpa FirstOutside(ValueList<WrittenRun> allowed, WrittenRun written)
    {
        var at = written.At.Value;
        foreach (var run in allowed)
        {
            if (run.At.Value <= at) at = Math.Max(at, run.At.Value + run.Length.Value);
        }

        return new Gpa(at);
    }

    private static Requirement Blame(VirtioState state, DeviceRun run, Gpa wrong)
    {
        var model = state.Model;
        foreach (var descriptor in run.Descriptors)
        {
            for (var page = descriptor.At.PageStart().Value;
                page < descriptor.At.Value + descriptor.Length.Value; page += Page.Bytes)
            {
                var number = VirtioLayout.PageOf(page);
                var (to, access) = model.Tables.Of(number);
                var place = page + (wrong.Value & (Page.Bytes - 1));
                if (place < descriptor.At.Value || place >= descriptor.At.Value + descriptor.Length.Value) continue;
                var lands = VirtioLayout.PageOf(wrong.Value);
                var isRead = (descriptor.Flags & DescriptorFlags.Write) == 0;
                if (!state.Configuration.HasTables() || !model.UsesBus)
                {
                    if (lands == number) return isRead ? Con04 : Con01;
                    if (state.Configuration.HasTables() && lands == to) return Adr02;
                    continue;
                }

                if (lands == to) return isRead ? Con04 : (access & Access.Write) == 0 ? Con03 : Con01;
                if (to < 0 && lands == model.Tables.Former(number)) return Con02;
                if (lands == number) return Adr01;
            }
        }

        return Con01;
    }
}
