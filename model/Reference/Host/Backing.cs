using IoSpec.Contracts;
using IoSpec.Contracts.Host;

namespace IoSpec.Reference.Host;

/// <summary>What is behind a guest's physical addresses: its memory, and the BARs of its functions.</summary>
public static class Backing
{
    /// <summary>The host's address behind one of a guest.</summary>
    /// <param name="state">The state.</param>
    /// <param name="guest">The guest.</param>
    /// <param name="at">Its physical address.</param>
    /// <returns>The host's address, or null if nothing is there.</returns>
    public static Hpa? Of(HostState state, GuestState guest, Gpa at)
    {
        if (HostLayout.PageOf(at, guest.Shape.Pages) >= 0)
            return HostLayout.Frames(guest.Id, guest.Side).Plus(at.Value - HostLayout.Memory.Value);
        return BarAt(state, guest, at) is { } device
            ? HostLayout.BarFrames(device.Id, guest.Side).Plus(at.Value - HostLayout.Bar(device.Id).Value)
            : null;
    }

    /// <summary>The host's address that a device reaches by a guest's.</summary>
    /// <param name="state">The state.</param>
    /// <param name="guest">The guest.</param>
    /// <param name="at">Its physical address.</param>
    /// <returns>The host's address, or null if nothing is there, or only what is the guest's own.</returns>
    public static Hpa? ForDevices(HostState state, GuestState guest, Gpa at) =>
        SharedMemory.Has(guest.Shape, at) ? Of(state, guest, at) : null;

    /// <summary>The step that wrote last what is at a guest's address.</summary>
    /// <param name="state">The state.</param>
    /// <param name="guest">The guest.</param>
    /// <param name="at">Its physical address.</param>
    /// <returns>The step; -1 for none.</returns>
    public static int WriterOf(HostState state, GuestState guest, Gpa at)
    {
        var page = HostLayout.PageOf(at, guest.Shape.Pages);
        if (page >= 0) return guest.Memory[page];
        return BarAt(state, guest, at) is { } device ? device.Bar[HostLayout.BarPageOf(at, device.Id)] : -1;
    }

    /// <summary>A guest's address for one of the host.</summary>
    /// <param name="state">The state.</param>
    /// <param name="guest">The guest.</param>
    /// <param name="at">The host's address.</param>
    /// <returns>The guest's address, or null if it is not the guest's.</returns>
    public static Gpa? At(HostState state, GuestState guest, Hpa at)
    {
        var frames = HostLayout.Frames(guest.Id, guest.Side).Value;
        if (HostLayout.Within(at.Value, frames, guest.Shape.Pages.Value) >= 0)
            return HostLayout.Memory.Plus(at.Value - frames);
        foreach (var device in state.Devices)
        {
            if (!device.HasBar || device.Owner != guest.Id) continue;
            var bar = HostLayout.BarFrames(device.Id, guest.Side).Value;
            if (HostLayout.Within(at.Value, bar, HostLayout.BarPages) >= 0)
                return HostLayout.Bar(device.Id).Plus(at.Value - bar);
        }

        return null;
    }

    /// <summary>The device whose BAR a guest has at an address.</summary>
    /// <param name="state">The state.</param>
    /// <param name="guest">The guest.</param>
    /// <param name="at">The guest's physical address.</param>
    /// <returns>The device, or null.</returns>
    public static DeviceState? BarAt(HostState state, GuestState guest, Gpa at)
    {
        foreach (var device in state.Devices)
        {
            if (device.HasBar && device.Owner == guest.Id && HostLayout.BarPageOf(at, device.Id) >= 0) return device;
        }

        return null;
    }
}
