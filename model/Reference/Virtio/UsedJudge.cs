using System.Globalization;
using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using static IoSpec.Contracts.Virtio.VirtioRequirements;

namespace IoSpec.Reference.Virtio;

/// <summary>Judges what a device put into the used ring.</summary>
internal static class UsedJudge
{
    /// <summary>Judges the entries in order.</summary>
    /// <returns>False if one is wrong or missing.</returns>
    public static bool Judge(
        VirtioDevice device, DeviceRun run, VirtioObservation.Ran seen, ref Verdicts verdicts)
    {
        var (claimed, written) = (0ul, 0ul);
        foreach (var piece in seen.Written) written += piece.Length.Value;
        for (var i = 0; i < seen.Used.Count; i++)
        {
            var entry = seen.Used[i];
            if (i >= run.Used.Count && run.Stops) return true;
            if (i >= run.Used.Count || entry.Head != run.Used[i].Head)
            {
                var allowed = i < run.Used.Count
                    ? run.Used[i].Head.ToString(CultureInfo.InvariantCulture)
                    : "no more entries";
                verdicts.Violate(
                    Use03, "used", Deviation.Extra, allowed,
                    entry.Head.ToString(CultureInfo.InvariantCulture));
                return false;
            }

            claimed += entry.Length.Value;
            if (entry.Length.Value <= run.Used[i].Length.Value) continue;
            verdicts.Violate(
                Use01, "length", Deviation.WrongValue, $"at most {run.Used[i].Length}", $"{entry.Length}");
            return false;
        }

        // Buffers that overlap are written to once as seen from outside.
        if (claimed > written + run.Hidden && !Overlaps(run))
        {
            verdicts.Violate(Use01, "length", Deviation.WrongValue, $"at most {written}", $"{claimed}");
            return false;
        }

        return IsComplete(device, run, seen, written, ref verdicts);
    }

    private static bool IsComplete(
        VirtioDevice device, DeviceRun run, VirtioObservation.Ran seen, ulong written, ref Verdicts verdicts)
    {
        var room = 0ul;
        foreach (var bytes in run.Room) room += bytes;
        var isOwed = run.Faults.Count == 0 && !run.Stops && !run.IsMisused;
        var least = room == 0 ? 0 : device == VirtioDevice.Source ? 1 : Visible(run);
        if (!isOwed || (seen.Used.Count >= run.Used.Count && written >= least)) return true;
        verdicts.Violate(
            Use02, "used", Deviation.Missing, $"{run.Used.Count} chains", $"{seen.Used.Count} chains, {written} bytes");
        return false;
    }

    private static bool Overlaps(DeviceRun run)
    {
        var pieces = 0ul;
        foreach (var piece in run.Written) pieces += piece.Length;
        return pieces != Visible(run);
    }

    private static ulong Visible(DeviceRun run)
    {
        var bytes = 0ul;
        foreach (var one in run.Seen.Written) bytes += one.Length.Value;
        return bytes;
    }
}
