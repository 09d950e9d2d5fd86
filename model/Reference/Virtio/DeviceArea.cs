using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Virtio;

/// <summary>
/// The part of a queue that the device writes beside the chains: the used ring of a split queue, the wish for events
/// of a packed one. It is where the address of the queue leads, which need not be where the driver looks; what is
/// there is the driver's own affair, and nobody looks at it here.
/// </summary>
/// <remarks>
/// Source: virtio 1.2, 2.7.8 (used ring), 2.8.10 (event suppression structures), 2.8.13 (pvirtq_desc).
/// </remarks>
internal static class DeviceArea
{
    private const ulong EntryBytes = 8;
    private const ulong PlaceBytes = 16;
    private const ulong FirstOfUsed = 8;

    /// <summary>
    /// Whether something lies in a packed queue where the device marks a place as used: its length, id and flags, and
    /// not its address. Where it goes on after an error the driver, which has not seen what was used before, may look
    /// at other places.
    /// </summary>
    public static bool IsPlaceOfUsed(DeviceModel device, WrittenRun run)
    {
        if (!device.IsPacked || device.Ring is not { } ring) return false;
        var place = DeviceAccess.Place(device, ring, Access.Write, new DeviceRun());
        if (!device.IsRefused) return IsPlaceOfUsed(device, place, run);
        var (translated, physical) = OfRefused(device, ring);
        return IsPlaceOfUsed(device, translated, run) || IsPlaceOfUsed(device, physical, run);
    }

    private static bool IsPlaceOfUsed(DeviceModel device, Gpa? place, WrittenRun run)
    {
        if (place is not { } start || run.At.Value < start.Value) return false;
        var first = run.At.Value - start.Value;
        return first + run.Length.Value <= PlaceBytes * (ulong)device.Size
            && first % PlaceBytes >= FirstOfUsed && (first % PlaceBytes) + run.Length.Value <= PlaceBytes;
    }

    /// <summary>What was seen but for what the device wrote into its own part of the queue.</summary>
    public static VirtioObservation.Ran Without(DeviceModel device, VirtioObservation.Ran seen)
    {
        if (seen.Written.Count == 0 || device.Ring is not { } ring) return seen;
        var start = ring.Plus(VirtioLayout.Used);
        var place = DeviceAccess.Place(device, start, Access.Write, new DeviceRun());
        if (!device.IsRefused) return Without(device, place, seen);

        var (translated, physical) = OfRefused(device, start);
        return Without(device, physical, Without(device, translated, seen));
    }

    // Nobody says how a device takes addresses whose driver was refused.
    private static (Gpa? Translated, Gpa? Physical) OfRefused(DeviceModel device, Iova at) => (
        DeviceAccess.Translated(device, at, Access.Write, new DeviceRun()),
        VirtioLayout.PageOf(at.Value) < 0 ? null : new Gpa(at.Value));

    private static VirtioObservation.Ran Without(DeviceModel device, Gpa? place, VirtioObservation.Ran seen)
    {
        if (place is not { } start || VirtioLayout.PageOf(start.Value) == VirtioLayout.RingPage) return seen;
        var length = device.IsPacked ? 4 : 4 + (EntryBytes * (ulong)device.Size) + (device.HasEvents ? 2ul : 0);
        return seen.Written.Any(IsIn) ? seen with { Written = [.. seen.Written.Where(run => !IsIn(run))] } : seen;

        bool IsIn(WrittenRun run) =>
            start.Value <= run.At.Value && run.At.Value + run.Length.Value <= start.Value + length;
    }
}
