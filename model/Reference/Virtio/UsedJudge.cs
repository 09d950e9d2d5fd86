using System.Globalization;
using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using static IoSpec.Contracts.Virtio.VirtioRequirements;

namespace IoSpec.Reference.Virtio;

/// <summary>Judges what a device put into the used ring.</summary>
internal static class UsedJudge
{
    /// <summary>Judges the entries.</summary>
    /// <returns>False if one is wrong or missing.</returns>
    public static bool Judge(
        VirtioState state, VirtioOperation.Kick kick, DeviceRun run, VirtioObservation.Ran seen,
        ref Verdicts verdicts)
    {
        var (claimed, written) = (0ul, 0ul);
        foreach (var piece in seen.Written) written += piece.Length.Value;
        var open = new List<UsedEntry>(run.Used);
        foreach (var entry in seen.Used)
        {
            // The order is the device's.
            var place = open.FindIndex(one => one.Head == entry.Head);
            // What became of a wrong chain is the device's, but it is a chain of the table.
            if (place < 0 && run.Stops && (state.IsPacked || entry.Head < state.Size)) return true;
            if (place < 0)
            {
                var allowed = open.Count > 0 ? Text(open[0].Head) : "no more entries";
                verdicts.Violate(Use03, "used", Deviation.Extra, allowed, Text(entry.Head));
                return false;
            }

            var most = open[place].Length;
            open.RemoveAt(place);
            claimed += entry.Length.Value;
            if (entry.Length.Value <= most.Value) continue;
            verdicts.Violate(Use01, "length", Deviation.WrongValue, $"at most {most}", $"{entry.Length}");
            return false;
        }

        // Buffers that overlap are written to once as seen from outside.
        if (claimed > written + run.Hidden && !Overlaps(run))
        {
            verdicts.Violate(Use01, "length", Deviation.WrongValue, $"at most {written}", $"{claimed}");
            return false;
        }

        return IsComplete(state.Configuration.Device, kick, run, seen, written, ref verdicts);
    }

    private static bool IsComplete(
        VirtioDevice device, VirtioOperation.Kick kick, DeviceRun run, VirtioObservation.Ran seen, ulong written,
        ref Verdicts verdicts)
    {
        var room = 0ul;
        foreach (var bytes in run.Room) room += bytes;
        var isOwed = run.Faults.Count == 0 && !run.Stops && !run.IsMisused;
        var least = room == 0 ? 0 : device == VirtioDevice.Source || Overlaps(run) ? 1 : Visible(run);
        if (!isOwed || (seen.Used.Count >= run.Used.Count && written >= least)) return true;
        verdicts.Violate(
            kick.IfWanted && seen.Used.Count == 0 ? Not03 : Use02, "used", Deviation.Missing,
            $"{run.Used.Count} chains", $"{seen.Used.Count} chains, {written} bytes");
        return false;
    }

    private static string Text(int head) => head.ToString(CultureInfo.InvariantCulture);

    private static bool Overlaps(DeviceRun run)
    {
        var pieces = 0ul;
        foreach (var piece in run.Written)
        {
            pieces += piece.Length;
            if (run.Statuses.Exists(at => piece.At.Value <= at.Value && at.Value < piece.At.Value + piece.Length))
                return true;
        }

        return pieces != Visible(run);
    }

    private static ulong Visible(DeviceRun run)
    {
        var bytes = 0ul;
        foreach (var one in run.Seen.Written) bytes += one.Length.Value;
        return bytes;
    }
}
