using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Host;

/// <summary>
/// Where a guest has the memory of the area <c>virtio</c>: the last sixteen pages of its own. Addresses of the bus are
/// those of that area.
/// </summary>
public static class QueueWindow
{
    /// <summary>Whether a guest has memory for queues.</summary>
    /// <param name="guest">The guest.</param>
    /// <returns>False if it is too small.</returns>
    public static bool IsThere(GuestShape guest) =>
        guest.Pages.Value >= VirtioLayout.Pages + (ulong)guest.Slots;

    /// <summary>The guest's address for one of the area <c>virtio</c>.</summary>
    /// <param name="guest">The guest, which has memory for queues.</param>
    /// <param name="at">The address, in the memory of that area.</param>
    /// <returns>The address.</returns>
    public static Gpa At(GuestShape guest, Gpa at) => First(guest).Plus(at.Value - VirtioLayout.Base);

    /// <summary>The page of that area that one of a guest's addresses is in.</summary>
    /// <param name="guest">The guest.</param>
    /// <param name="at">The address.</param>
    /// <returns>The number of the page, or -1.</returns>
    public static int PageOf(GuestShape guest, Gpa at) =>
        IsThere(guest) ? HostLayout.Within(at.Value, First(guest).Value, VirtioLayout.Pages) : -1;

    /// <summary>
    /// The address by which a device asks its guest's IOMMU: behind a layer for DMA mappings the pages of the bus are
    /// those that the layer hands out, in their order.
    /// </summary>
    /// <param name="guest">The guest.</param>
    /// <param name="inner">Whether the device was given to the guest inside, which has no layer.</param>
    /// <param name="at">The address, as the area <c>virtio</c> has it.</param>
    /// <returns>The address for the IOMMU.</returns>
    public static Iova ToIommu(GuestShape guest, bool inner, Iova at) => guest.Layer is null || inner
        ? at
        : HostLayout.Aperture.Plus(at.Value - VirtioLayout.Base);

    /// <summary>The pages that a driver writes itself.</summary>
    /// <param name="does">What it does.</param>
    /// <returns>How many, from that of the rings on.</returns>
    public static int Written(VirtioOperation does) => does switch
    {
        VirtioOperation.SetUpQueue => 1,
        VirtioOperation.Offer { Table.Count: > 0 } => 2,
        VirtioOperation.Offer => 1,
        _ => 0,
    };

    /// <summary>
    /// What a device wrote, in guests' addresses: no piece crosses a page, and none is outside of that memory, whatever
    /// the device is said to have written.
    /// </summary>
    /// <param name="guest">The guest.</param>
    /// <param name="seen">What was seen of the device.</param>
    /// <param name="ring">Where its part of the queue is; null if that is out of reach.</param>
    /// <returns>The addresses and lengths.</returns>
    public static IEnumerable<(Gpa At, ByteCount Length)> Written(
        GuestShape guest, VirtioObservation.Ran seen, Gpa? ring)
    {
        foreach (var run in seen.Written)
        {
            for (var offset = default(ByteCount); offset.Value < Inside(run);)
            {
                var length = Pieces.LengthAt(new Iova(run.At.Value), run.Length, offset);
                yield return (At(guest, run.At.Plus(offset.Value)), length);
                offset = new ByteCount(offset.Value + length.Value);
            }
        }

        if (seen.Used.Count > 0 && ring is { } place) yield return (At(guest, place), RingPart);
    }

    // How many bytes of what was written are in the memory for queues.
    private static ulong Inside(WrittenRun run) => VirtioLayout.PageOf(run.At.Value) < 0
        ? 0
        : Math.Min(run.Length.Value, VirtioLayout.AddressOf(VirtioLayout.Pages) - run.At.Value);

    private static ByteCount RingPart => new(4);

    private static Gpa First(GuestShape guest) =>
        HostLayout.Memory.Plus((guest.Pages.Value - VirtioLayout.Pages) * Page.Bytes);
}
