using IoSpec.Contracts;
using IoSpec.Contracts.Host;

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
        HostOperation.Map map => HasIommu(state, map.Guest, map.Inner) && IsAligned(map.At, map.Pages)
            && map.To == map.To.PageStart(),
        HostOperation.Unmap unmap => HasIommu(state, unmap.Guest, unmap.Inner) && IsAligned(unmap.At, unmap.Pages),
        HostOperation.Invalidate invalidate => HasIommu(state, invalidate.Guest, invalidate.Inner)
            && IsAligned(invalidate.At, invalidate.Pages),
        HostOperation.ReadFaults read => HasIommu(state, read.Guest, false),
        HostOperation.Give give => Find(state, give.Device) is { } device
            && state.OwnerOf(device) is { Shape.Nested: true } && device.IsInner != give.Inner,
        HostOperation.Dma dma => Exists(state, dma.Device) && dma.Kind is DmaKind.Read or DmaKind.Write
            && dma.Length.Value is > 0 and <= LongestAccess && dma.At.Value <= ulong.MaxValue - LongestAccess,
        HostOperation.Store store => Exists(state, store.Guest) && store.Length.Value is > 0 and <= LongestAccess
            && IsMemory(state, store.Guest, store.At)
            && IsMemory(state, store.Guest, store.At.Plus(store.Length.Value - 1)),
        HostOperation.Peek peek => Exists(state, peek.Guest)
            && Backing.Of(state, state.Guest(peek.Guest), peek.At) is not null,
        HostOperation.Send send => Find(state, send.Device) is { Ism: not null, Owner: not null }
            && send.Blocks is >= 1 and <= 4 && send.Length.Value is > 0 and <= LongestBlock
            && send.At.Value < 1ul << 47 && send.Data.Value < 1ul << 39,
        HostOperation.SetMaster set => Find(state, set.Device) is { Owner: not null },
        HostOperation.Post post => Find(state, post.Device) is { Owner: not null }
            && post.At.Value <= ulong.MaxValue - LongestAccess,
        HostOperation.Kick kick => Find(state, kick.Device) is { Owner: not null },
        HostOperation.Inspect inspect => Find(state, inspect.Device) is { Owner: not null },
        HostOperation.Assign assign => Find(state, assign.Device) is { Owner: null } && Exists(state, assign.Guest)
            && !state.Guest(assign.Guest).IsMigrating,
        HostOperation.Detach detach => Find(state, detach.Device) is { Owner: not null },
        HostOperation.ResetFunction reset => Find(state, reset.Device) is { Owner: not null },
        HostOperation.Restart restart => Exists(state, restart.Guest) && !state.Guest(restart.Guest).IsMigrating,
        HostOperation.StartMigration start => Exists(state, start.Guest) && !state.Guest(start.Guest).IsMigrating,
        HostOperation.Round round => IsMigrating(state, round.Guest),
        HostOperation.Finish finish => IsMigrating(state, finish.Guest),
        HostOperation.Cancel cancel => IsMigrating(state, cancel.Guest),
        _ => false,
    };

    private static bool Exists(HostState state, GuestId guest) => guest.Value < state.Guests.Length;

    private static bool Exists(HostState state, DeviceId device) => device.Value < state.Devices.Length;

    private static DeviceState? Find(HostState state, DeviceId device) =>
        Exists(state, device) ? state.Device(device) : null;

    private static bool IsMigrating(HostState state, GuestId guest) =>
        Exists(state, guest) && state.Guest(guest).IsMigrating;

    private static bool HasIommu(HostState state, GuestId guest, bool inner) => Exists(state, guest)
        && state.Guest(guest) is { Iommu: not null, Shape: var shape } && (!inner || shape.Nested);

    private static bool IsAligned(Iova at, PageCount pages) =>
        at == at.PageStart() && pages.Value is > 0 and <= 64 && IovaRange.TryFrom(at, pages, out _);

    private static bool IsMemory(HostState state, GuestId guest, Gpa at) =>
        HostLayout.PageOf(at, state.Guest(guest).Shape.Pages) >= 0;
}
