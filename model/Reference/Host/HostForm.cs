using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Migration;
using IoSpec.Reference.Dma;

namespace IoSpec.Reference.Host;

/// <summary>Whether an operation makes sense: it names what is there and fits its state.</summary>
public static class HostForm
{
    private const ulong LongestAccess = 4 * Page.Bytes;
    private const ulong LongestBlock = 256;

    /// <summary>Whether an operation makes sense.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>False if it is to be skipped.</returns>
    public static bool Applies(HostState state, HostOperation operation) => operation switch
    {
        HostOperation.Map map => IsOpen(state, map.Guest, map.Inner) && IsAligned(map.At, map.Pages)
            && map.To == map.To.PageStart(),
        HostOperation.Unmap unmap => IsOpen(state, unmap.Guest, unmap.Inner) && IsAligned(unmap.At, unmap.Pages),
        HostOperation.Invalidate invalidate => IsOpen(state, invalidate.Guest, invalidate.Inner)
            && IsAligned(invalidate.At, invalidate.Pages),
        HostOperation.ReadFaults read => HasIommu(state, read.Guest, false),
        HostOperation.Give give => Owned(state, give.Device) is { } device
            && state.OwnerOf(device) is { Shape.Nested: true } && device.IsInner != give.Inner,
        HostOperation.Dma dma => Exists(state, dma.Device) && dma.Kind is DmaKind.Read or DmaKind.Write
            && dma.Length.Value is > 0 and <= LongestAccess && dma.At.Value <= ulong.MaxValue - LongestAccess,
        HostOperation.Use use => Find(state, use.Device) is { } device && state.OwnerOf(device) is { Layer: { } layer }
            && layer.Mapping(use.Mapped.Step) is { } mapping
            && use.Offset.Value < (ulong)mapping.Entries.Length * Page.Bytes
            && use.Kind is DmaKind.Read or DmaKind.Write && use.Length.Value is > 0 and <= LongestAccess,
        HostOperation.Layer layer => Runs(state, layer.Guest) && state.Guest(layer.Guest).Layer is { } known
            && IsAsked(state, layer) && DmaForm.Applies(known, layer.Does),
        HostOperation.Bounce bounce => Runs(state, bounce.Guest) && state.Guest(bounce.Guest).Pool is { } pool
            && IsBounced(state.Guest(bounce.Guest).Shape, bounce.Does) && DmaForm.Applies(pool, bounce.Does),
        HostOperation.Look look => Exists(state, look.Device) && look.At.Value <= ulong.MaxValue - LongestAccess,
        HostOperation.Drive drive => Owned(state, drive.Device) is { Queue: not null } device
            && QueueJudge.Applies(state, device, drive.Does),
        HostOperation.Configure configure => state.Parent is not null && ParentJudge.Applies(state, configure.Does),
        HostOperation.Store store => Runs(state, store.Guest) && store.Length.Value is > 0 and <= LongestAccess
            && IsMemory(state, store.Guest, store.At)
            && IsMemory(state, store.Guest, store.At.Plus(store.Length.Value - 1)),
        HostOperation.Peek peek => Runs(state, peek.Guest)
            && Backing.Of(state, state.Guest(peek.Guest), peek.At) is not null,
        HostOperation.Send send => Owned(state, send.Device) is { Ism: not null }
            && send.Blocks is >= 1 and <= 4 && send.Length.Value is > 0 and <= LongestBlock
            && send.At.Value < 1ul << 47 && send.Data.Value < 1ul << 39,
        HostOperation.SetMaster set => Owned(state, set.Device) is not null,
        HostOperation.Post post => Owned(state, post.Device) is not null
            && post.At.Value <= ulong.MaxValue - LongestAccess,
        HostOperation.Kick kick => Owned(state, kick.Device) is not null,
        HostOperation.Inspect inspect => Owned(state, inspect.Device) is not null,
        HostOperation.Assign assign => Find(state, assign.Device) is { Owner: null } && Exists(state, assign.Guest)
            && !state.Guest(assign.Guest).IsMigrating,
        HostOperation.Detach detach => Owned(state, detach.Device) is { } device
            && (device.Function is null || !state.OwnerOf(device)!.IsMigrating),
        HostOperation.ResetFunction reset => Owned(state, reset.Device) is not null,
        HostOperation.Break breaks => breaks.After is >= 0 and <= 3 && MayBreak(state, breaks.Device),
        HostOperation.Restart restart => Exists(state, restart.Guest) && !state.Guest(restart.Guest).IsMigrating,
        HostOperation.StartMigration start => Exists(state, start.Guest) && !state.Guest(start.Guest).IsMigrating
            && HaveBarrier(state, start.Guest),
        HostOperation.Round round => IsMigrating(state, round.Guest) && Runs(state, round.Guest),
        HostOperation.Advance advance => IsMigrating(state, advance.Guest),
        HostOperation.Finish finish => IsMigrating(state, finish.Guest),
        HostOperation.Cancel cancel => IsMigrating(state, cancel.Guest)
            && state.Guest(cancel.Guest).Steering is { HasMoved: false },
        _ => false,
    };

    private static bool Exists(HostState state, GuestId guest) => guest.Value < state.Guests.Length;

    private static bool Runs(HostState state, GuestId guest) => Exists(state, guest) && !state.Guest(guest).IsStopped;

    // Of several functions each has to be kept from writing the others before one of them stops.
    private static bool HaveBarrier(HostState state, GuestId guest)
    {
        var functions = MigrationJudge.Functions(state, state.Guest(guest));
        return functions.Length < 2 || Array.TrueForAll(
            functions, id => state.Device(id).Function!.Traits.Has(Contracts.Migration.DeviceState.RunningP2P));
    }

    // One change at a time, and none in the other host.
    private static bool MayBreak(HostState state, DeviceId id)
    {
        if (Find(state, id) is not { Function: not null, Owner: { } owner }) return false;
        if (state.Guest(owner).Steering is { Goal: not (MigrationGoal.Save or MigrationGoal.StopAndSave) })
            return false;
        foreach (var device in state.Devices)
        {
            if (device.Owner == owner && device.Function is { MayFail: true }) return false;
        }

        return true;
    }

    private static bool Exists(HostState state, DeviceId device) => device.Value < state.Devices.Length;

    private static DeviceState? Find(HostState state, DeviceId device) =>
        Exists(state, device) ? state.Device(device) : null;

    // A device of a guest that runs: one that stands still asks for nothing.
    private static DeviceState? Owned(HostState state, DeviceId device) =>
        Find(state, device) is { Owner: { } owner } found && !state.Guest(owner).IsStopped ? found : null;

    private static bool IsMigrating(HostState state, GuestId guest) =>
        Exists(state, guest) && state.Guest(guest).IsMigrating;

    private static bool HasIommu(HostState state, GuestId guest, bool inner) => Runs(state, guest)
        && state.Guest(guest) is { Iommu: not null, Shape: var shape } && (!inner || shape.Nested);

    // What a layer has of an IOMMU nobody else touches.
    private static bool IsOpen(HostState state, GuestId guest, bool inner) =>
        HasIommu(state, guest, inner) && (inner || state.Guest(guest).Layer is null);

    // Drivers map memory that their guest has, or a BAR.
    private static bool IsAsked(HostState state, HostOperation.Layer layer)
    {
        if (layer.Does is not DmaOperation.Map map) return layer.Does is not DmaOperation.Access;
        var memory = state.Guest(layer.Guest).Shape.Pages;
        foreach (var segment in map.Segments.AsSpan())
        {
            if (segment.Pages.Value is 0 or > HostLayout.MostPages || !HostLayout.IsGuestPhysical(segment.Frame.Value))
                return false;
            var last = segment.Frame.Plus((segment.Pages.Value - 1) * Page.Bytes);
            if (HostLayout.PageOf(segment.Frame, memory) >= 0 && HostLayout.PageOf(last, memory) >= 0) continue;
            if (!IsBar(state, segment.Frame, last)) return false;
        }

        return true;
    }

    // Slots are taken for what is the guest's own, and given back.
    private static bool IsBounced(GuestShape guest, DmaOperation does)
    {
        if (does is not DmaOperation.Map map) return does is DmaOperation.Unmap;
        var (first, count) = SharedMemory.Own(guest);
        foreach (var segment in map.Segments.AsSpan())
        {
            var page = HostLayout.PageOf(segment.Frame, guest.Pages);
            if (page < first || page >= first + count) return false;
            if (segment.Pages.Value > (ulong)(first + count - page)) return false;
        }

        return true;
    }

    private static bool IsBar(HostState state, Gpa first, Gpa last)
    {
        foreach (var device in state.Devices)
        {
            if (HostLayout.BarPageOf(first, device.Id) >= 0 && HostLayout.BarPageOf(last, device.Id) >= 0) return true;
        }

        return false;
    }

    private static bool IsAligned(Iova at, PageCount pages) =>
        at == at.PageStart() && pages.Value is > 0 and <= 64 && IovaRange.TryFrom(at, pages, out _);

    private static bool IsMemory(HostState state, GuestId guest, Gpa at) =>
        HostLayout.PageOf(at, state.Guest(guest).Shape.Pages) >= 0;
}
