using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Contracts.Host;

namespace IoSpec.Reference.Host;

/// <summary>How a host asks the tracker of a guest's memory: by the guest's physical addresses.</summary>
public static class Tracking
{
    /// <summary>The memory is made known.</summary>
    /// <param name="guest">The guest.</param>
    /// <returns>The operation of the area <c>dirty</c>.</returns>
    public static DirtyOperation.Map Map(GuestShape guest) => new(new Iova(HostLayout.Memory.Value), guest.Pages);

    /// <summary>All of the memory is asked for, and is clean afterwards.</summary>
    /// <param name="guest">The guest.</param>
    /// <returns>The operation of the area <c>dirty</c>.</returns>
    public static DirtyOperation.Report Report(GuestShape guest) =>
        new(new Iova(HostLayout.Memory.Value), guest.Pages, Size: 0, Clears: true);

    /// <summary>Somebody writes.</summary>
    /// <param name="writer">Who.</param>
    /// <param name="at">The first address.</param>
    /// <param name="length">How many bytes.</param>
    /// <returns>The operation of the area <c>dirty</c>.</returns>
    public static DirtyOperation.Write Write(WriterId writer, Gpa at, ByteCount length) =>
        new(writer, new Iova(at.Value), length);
}
