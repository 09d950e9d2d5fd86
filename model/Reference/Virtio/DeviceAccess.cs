using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Virtio;

/// <summary>How an access of the device goes through the platform.</summary>
internal static class DeviceAccess
{
    /// <summary>Where an address leads; a blocked one is recorded.</summary>
    /// <returns>Null if it is blocked, or leads to no memory.</returns>
    public static Gpa? Place(DeviceModel device, Iova at, Access wanted, DeviceRun run)
    {
        if (!device.UsesBus || !device.Configuration.HasTables())
            return VirtioLayout.PageOf(at.Value) < 0 ? null : new Gpa(at.Value);
        return Translated(device, at, wanted, run);
    }

    /// <summary>Where an address of the bus leads; a blocked one is recorded.</summary>
    /// <returns>Null if it is blocked.</returns>
    public static Gpa? Translated(DeviceModel device, Iova at, Access wanted, DeviceRun run)
    {
        var page = VirtioLayout.PageOf(at.Value);
        var (to, access) = device.Tables.Of(page);
        if (to < 0 && device.Rules.IsStale && device.Tables.Former(page) is >= 0 and var former)
            (to, access) = (former, wanted);
        if (to >= 0 && device.Rules.IsAllowed(access, wanted))
            return new Gpa(VirtioLayout.AddressOf(to) + (at.Value & (Page.Bytes - 1)));
        if (device.Rules.Recorded(at.PageStart()) is { } recorded && !run.Faults.Contains(recorded))
            run.Faults.Add(recorded);
        return null;
    }

    /// <summary>Reads bytes of one page.</summary>
    public static bool Read(DeviceModel device, Iova at, Span<byte> into, DeviceRun run) =>
        Place(device, at, Access.Read, run) is { } place && device.Memory.Read(place, into);

    /// <summary>Writes a buffer, each page by itself, until one is blocked.</summary>
    /// <returns>How many bytes were written.</returns>
    public static ulong Write(DeviceModel device, Iova at, ulong length, DeviceRun run)
    {
        var done = 0ul;
        while (done < length)
        {
            var source = at.Plus(done);
            var part = Math.Min(length - done, Page.Bytes - (source.Value & (Page.Bytes - 1)));
            if (Place(device, source, Access.Write, run) is not { } place) return done;
            if (!device.Rules.TranslatesEveryPage) part = length - done;
            run.Written.Add(new PlacedPiece(source, place, part));
            done += part;
        }

        return done;
    }
}
