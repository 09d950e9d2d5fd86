using System.Globalization;
using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using static IoSpec.Contracts.Virtio.VirtioRequirements;

namespace IoSpec.Reference.Virtio;

/// <summary>
/// Judges a device of which nobody knows how far it is: nothing is owed, and what must never be stays forbidden.
/// </summary>
internal static class OpenJudge
{
    public static After Judge(VirtioState state, VirtioObservation.Ran seen, ref Verdicts verdicts)
    {
        if (state.Described.Count > 0) verdicts.Met(Con01);
        if (!Writes(state, seen, state is { IsOpen: true, OwesUsed: true }, ref verdicts)) return After.Lost;
        var size = state.Size;
        foreach (var entry in seen.Used)
        {
            if (state.IsPacked || entry.Head < size) continue;
            verdicts.Violate(
                Use03, "used", Deviation.Extra, "a place of the table",
                entry.Head.ToString(CultureInfo.InvariantCulture));
            return After.Lost;
        }

        var isDue = state.Model is { EventAt: null, WantsInterrupts: true, IsRefused: false };
        if (seen.Used.Count > 0 && isDue && !seen.Interrupted)
        {
            verdicts.Violate(Not01, "interrupt", Deviation.Missing, "an interrupt", "none");
            return After.Resynchronised;
        }

        // The status of a disk is a zero where a zero was.
        var unseen = state.Configuration.Device == VirtioDevice.Disk ? 1ul : 0;
        if (seen.Written.Count > 0 || seen.Used.All(entry => entry.Length.Value <= unseen)) return After.Consistent;
        verdicts.Violate(Use01, "length", Deviation.WrongValue, "no more than was written", $"{seen.Used[0].Length}");
        return After.Resynchronised;
    }

    /// <summary>Judges where it wrote.</summary>
    /// <param name="state">What is known of the device.</param>
    /// <param name="seen">What was seen.</param>
    /// <param name="isAhead">Whether it may have used entries where the driver does not look for them.</param>
    /// <param name="verdicts">Takes violations.</param>
    /// <returns>False if nothing that was described leads there.</returns>
    public static bool Writes(VirtioState state, VirtioObservation.Ran seen, bool isAhead, ref Verdicts verdicts)
    {
        foreach (var run in seen.Written)
        {
            if (isAhead && DeviceArea.IsPlaceOfUsed(state.Model, run)) continue;
            if (FirstOutside(state, run) is not { } wrong) continue;
            verdicts.Violate(Con01, "written", Deviation.Foreign, "what was described", $"{wrong}");
            return false;
        }

        return true;
    }

    // The first byte of a run that no described buffer leads to now.
    private static Gpa? FirstOutside(VirtioState state, WrittenRun run)
    {
        var (at, end) = (run.At.Value, run.At.Value + run.Length.Value);
        while (at < end)
        {
            var next = at;
            foreach (var descriptor in state.Described) next = Math.Max(next, EndFrom(state.Model, descriptor, at));
            if (next == at || !run.IsData) return new Gpa(at);
            at = next;
        }

        return null;
    }

    // Where the part of a buffer ends that holds a byte of memory; the byte itself if none does.
    private static ulong EndFrom(DeviceModel device, Descriptor descriptor, ulong at)
    {
        if ((descriptor.Flags & DescriptorFlags.Write) == 0) return at;
        var nothing = new DeviceRun();
        for (var done = 0ul; done < descriptor.Length.Value;)
        {
            var source = descriptor.At.Plus(done);
            var part = Math.Min(descriptor.Length.Value - done, Page.Bytes - (source.Value & (Page.Bytes - 1)));
            if (DeviceAccess.Place(device, source, Access.Write, nothing) is { } place
                && place.Value <= at && at < place.Value + part) return place.Value + part;

            // Nobody says how a device takes addresses whose driver was refused.
            if (device.IsRefused && VirtioLayout.PageOf(source.Value) >= 0
                && source.Value <= at && at < source.Value + part) return source.Value + part;
            if (device.IsRefused && DeviceAccess.Translated(device, source, Access.Write, nothing) is { } other
                && other.Value <= at && at < other.Value + part) return other.Value + part;
            done += part;
        }

        return at;
    }
}
