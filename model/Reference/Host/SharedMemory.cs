using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Host;

/// <summary>
/// What a guest shares with its devices: all of its memory, or the slots of its bounce pool and the memory of queues.
/// </summary>
/// <remarks>It shares them with all of its devices, whether one of them has a queue or not.</remarks>
public static class SharedMemory
{
    /// <summary>Whether devices are to reach an address of a guest.</summary>
    /// <param name="guest">The guest.</param>
    /// <param name="at">The guest's physical address.</param>
    /// <returns>False for memory that is the guest's own.</returns>
    public static bool Has(GuestShape guest, Gpa at) =>
        guest.Slots == 0 || HostLayout.PageOf(at, guest.Pages) is not (>= 0 and var page) || Has(guest, page);

    /// <summary>The stretches of a guest's memory that devices are to reach.</summary>
    /// <param name="guest">The guest.</param>
    /// <returns>The first page and how many, in order.</returns>
    public static IEnumerable<(int First, int Count)> Of(GuestShape guest)
    {
        var pages = (int)guest.Pages.Value;
        yield return (0, guest.Slots == 0 ? pages : guest.Slots);
        if (guest.Slots > 0 && QueueWindow.IsThere(guest))
            yield return (pages - VirtioLayout.Pages, VirtioLayout.Pages);
    }

    /// <summary>The pages of a guest that are its own, where its memory is restricted.</summary>
    /// <param name="guest">The guest.</param>
    /// <returns>The first page and how many; there may be none.</returns>
    public static (int First, int Count) Own(GuestShape guest) => (
        guest.Slots,
        guest.Slots == 0 ? 0
            : (int)guest.Pages.Value - guest.Slots - (QueueWindow.IsThere(guest) ? VirtioLayout.Pages : 0));

    private static bool Has(GuestShape guest, int page)
    {
        var (first, count) = Own(guest);
        return page < first || page >= first + count;
    }
}
