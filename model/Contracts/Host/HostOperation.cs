using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Pasids;
using IoSpec.Contracts.Virtio;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Contracts.Host;

/// <summary>One thing that a guest, a device or the host's owner does.</summary>
public abstract record HostOperation : Operation
{
    private HostOperation()
    {
    }

    /// <summary>A guest maps pages in its IOMMU.</summary>
    /// <param name="Guest">The guest.</param>
    /// <param name="Inner">Whether for the devices of the guest inside it.</param>
    /// <param name="At">The first input address.</param>
    /// <param name="To">The first physical address of the guest: memory or a BAR.</param>
    /// <param name="Pages">How many pages.</param>
    /// <param name="Allowed">The rights.</param>
    public sealed record Map(GuestId Guest, bool Inner, Iova At, Gpa To, PageCount Pages, Access Allowed)
        : HostOperation;

    /// <summary>A guest unmaps pages in its IOMMU.</summary>
    /// <param name="Guest">The guest.</param>
    /// <param name="Inner">Whether for the devices of the guest inside it.</param>
    /// <param name="At">The first input address.</param>
    /// <param name="Pages">How many pages.</param>
    public sealed record Unmap(GuestId Guest, bool Inner, Iova At, PageCount Pages) : HostOperation;

    /// <summary>A guest invalidates pages and waits for completion.</summary>
    /// <param name="Guest">The guest.</param>
    /// <param name="Inner">Whether for the devices of the guest inside it.</param>
    /// <param name="At">The first input address.</param>
    /// <param name="Pages">How many pages.</param>
    public sealed record Invalidate(GuestId Guest, bool Inner, Iova At, PageCount Pages) : HostOperation;

    /// <summary>A guest reads the records of accesses that its IOMMU blocked.</summary>
    /// <param name="Guest">The guest.</param>
    public sealed record ReadFaults(GuestId Guest) : HostOperation;

    /// <summary>A guest gives a device to the guest inside it, or takes it back.</summary>
    /// <param name="Device">The device.</param>
    /// <param name="Inner">Whether it is given.</param>
    public sealed record Give(DeviceId Device, bool Inner) : HostOperation;

    /// <summary>A device accesses memory, or the BAR of a peer.</summary>
    /// <param name="Device">The device.</param>
    /// <param name="Kind">Whether it reads or writes.</param>
    /// <param name="At">The first address.</param>
    /// <param name="Length">How many bytes.</param>
    public sealed record Dma(DeviceId Device, DmaKind Kind, Iova At, ByteCount Length) : HostOperation;

    /// <summary>A driver asks its guest's layer for DMA mappings, or time passes for the layer.</summary>
    /// <param name="Guest">The guest.</param>
    /// <param name="Does">What is asked; no access.</param>
    public sealed record Layer(GuestId Guest, DmaOperation Does) : HostOperation;

    /// <summary>A device accesses what its guest's layer has mapped, or had.</summary>
    /// <param name="Device">The device.</param>
    /// <param name="Kind">Whether it reads or writes.</param>
    /// <param name="Mapped">The step that mapped it.</param>
    /// <param name="Offset">Where in the mapping it begins.</param>
    /// <param name="Length">How many bytes; they may go beyond the mapping.</param>
    public sealed record Use(DeviceId Device, DmaKind Kind, Held Mapped, ByteCount Offset, ByteCount Length)
        : HostOperation;

    /// <summary>
    /// A driver of a guest whose memory is restricted takes slots of its bounce pool for memory, or gives them back.
    /// </summary>
    /// <param name="Guest">The guest.</param>
    /// <param name="Does">What is asked: a map or an unmap.</param>
    public sealed record Bounce(GuestId Guest, DmaOperation Does) : HostOperation;

    /// <summary>A device reads a byte, and it is looked at what it finds.</summary>
    /// <param name="Device">The device.</param>
    /// <param name="At">The address.</param>
    public sealed record Look(DeviceId Device, Iova At) : HostOperation;

    /// <summary>A driver does something to the queue of an emulated device, or to its status.</summary>
    /// <param name="Device">The device.</param>
    /// <param name="Does">What it does; neither to the platform's tables nor to the bus master.</param>
    public sealed record Drive(DeviceId Device, VirtioOperation Does) : HostOperation;

    /// <summary>The host, a guest or a function does something to the device whose functions the guests have.</summary>
    /// <param name="Does">What: no change of hands and no reset, which are the host's own.</param>
    public sealed record Configure(PasidOperation Does) : HostOperation;

    /// <summary>A guest's processor writes memory.</summary>
    /// <param name="Guest">The guest.</param>
    /// <param name="At">The first address.</param>
    /// <param name="Length">How many bytes.</param>
    public sealed record Store(GuestId Guest, Gpa At, ByteCount Length) : HostOperation;

    /// <summary>A guest's processor reads a page.</summary>
    /// <param name="Guest">The guest.</param>
    /// <param name="At">An address in the page.</param>
    public sealed record Peek(GuestId Guest, Gpa At) : HostOperation;

    /// <summary>A guest writes to an ISM function: blocks of the same length, one behind the other.</summary>
    /// <param name="Device">The function.</param>
    /// <param name="At">The offset of the first block.</param>
    /// <param name="Data">Where its bytes are.</param>
    /// <param name="Length">How long each block is.</param>
    /// <param name="Blocks">How many blocks, 1 to 4.</param>
    public sealed record Send(DeviceId Device, BarOffset At, Gpa Data, ByteCount Length, int Blocks) : HostOperation;

    /// <summary>A guest allows a device to use memory, or forbids it.</summary>
    /// <param name="Device">The device.</param>
    /// <param name="On">Whether it may.</param>
    public sealed record SetMaster(DeviceId Device, bool On) : HostOperation;

    /// <summary>A driver tells a device the address of a buffer.</summary>
    /// <param name="Device">The device.</param>
    /// <param name="At">The address.</param>
    public sealed record Post(DeviceId Device, Iova At) : HostOperation;

    /// <summary>A driver lets a device write to the buffer that it was told, if it was.</summary>
    /// <param name="Device">The device.</param>
    public sealed record Kick(DeviceId Device) : HostOperation;

    /// <summary>The address of the buffer is read back from the device.</summary>
    /// <param name="Device">The device.</param>
    public sealed record Inspect(DeviceId Device) : HostOperation;

    /// <summary>A device is assigned to a guest.</summary>
    /// <param name="Device">The device, which belongs to nobody.</param>
    /// <param name="Guest">The guest.</param>
    public sealed record Assign(DeviceId Device, GuestId Guest) : HostOperation;

    /// <summary>A device is taken from its guest, and reset.</summary>
    /// <param name="Device">The device.</param>
    public sealed record Detach(DeviceId Device) : HostOperation;

    /// <summary>A guest resets a function.</summary>
    /// <param name="Device">The device.</param>
    public sealed record ResetFunction(DeviceId Device) : HostOperation;

    /// <summary>The next change of state of a function is made to fail; it is at most one of its guest.</summary>
    /// <param name="Device">The function, whose guest is not in the other host.</param>
    /// <param name="After">How many steps of the change are done before.</param>
    public sealed record Break(DeviceId Device, int After) : HostOperation;

    /// <summary>A guest is shut down, and another one starts with the same memory and devices.</summary>
    /// <param name="Guest">The guest.</param>
    public sealed record Restart(GuestId Guest) : HostOperation;

    /// <summary>The migration of a guest to the other host begins: all of its memory is copied.</summary>
    /// <param name="Guest">The guest.</param>
    public sealed record StartMigration(GuestId Guest) : HostOperation;

    /// <summary>The pages that were written since are copied.</summary>
    /// <param name="Guest">The guest.</param>
    public sealed record Round(GuestId Guest) : HostOperation;

    /// <summary>
    /// The guest is stopped if it runs, and the next thing is done to one of its functions or to the log.
    /// </summary>
    /// <param name="Guest">The guest.</param>
    public sealed record Advance(GuestId Guest) : HostOperation;

    /// <summary>The guest is stopped, the rest is copied, and it runs on in the other host.</summary>
    /// <param name="Guest">The guest.</param>
    public sealed record Finish(GuestId Guest) : HostOperation;

    /// <summary>The migration ends, and the guest stays.</summary>
    /// <param name="Guest">The guest.</param>
    public sealed record Cancel(GuestId Guest) : HostOperation;
}
