using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Virtio;

/// <summary>The decisions of a device, one method each; a faulty device overrides one.</summary>
public class VirtioRules
{
    /// <summary>The device as the specification has it.</summary>
    public static VirtioRules Standard { get; } = new();

    /// <summary>What the device offers.</summary>
    public virtual VirtioFeatures Offers(VirtioFeatures configured) => configured;

    /// <summary>Whether features are refused.</summary>
    public virtual bool Refuses(VirtioFeatures offered, VirtioFeatures accepted) =>
        (accepted & ~offered) != 0 || (accepted & VirtioFeatures.Version1) == 0
            || ((offered & ~accepted) & VirtioFeatures.AccessPlatform) != 0;

    /// <summary>Whether addresses are bus addresses.</summary>
    public virtual bool UsesBusAddresses(VirtioFeatures offered, VirtioFeatures accepted) =>
        (accepted & offered & VirtioFeatures.AccessPlatform) != 0;

    /// <summary>The status after the driver wrote one.</summary>
    public virtual VirtioStatus Status(VirtioStatus former, VirtioStatus written) =>
        written | (former & VirtioStatus.NeedsReset);

    /// <summary>Whether buffers are used in a status.</summary>
    public virtual bool MayRun(VirtioStatus status) =>
        (status & VirtioStatus.DriverOk) != 0 && (status & VirtioStatus.FeaturesOk) != 0;

    /// <summary>Whether a device that must not be a bus master accesses memory.</summary>
    public virtual bool IgnoresBusMaster => false;

    /// <summary>Whether a device that must not be a bus master any more clears DRIVER_OK.</summary>
    public virtual bool StopsWithoutBusMaster => false;

    /// <summary>Whether the queue stays as it is when the device is reset.</summary>
    public virtual bool KeepsQueueOverReset => false;

    /// <summary>The status after a reset of the device.</summary>
    public virtual VirtioStatus AfterReset(VirtioStatus former) => VirtioStatus.None;

    /// <summary>Whether the queue stays as it is when it is reset.</summary>
    public virtual bool KeepsQueueOverQueueReset => false;

    /// <summary>How many chains are available.</summary>
    public virtual int Available(ushort index, ushort last, int size) => (ushort)(index - last);

    /// <summary>Whether a descriptor of a packed queue is available, from its flags and the wrap counter.</summary>
    public virtual bool IsAvailable(bool available, bool used, bool wrap) => available == wrap && used != wrap;

    /// <summary>The wrap counter of the device at a place of a packed queue, counted from the start on.</summary>
    public virtual bool Wrap(int count, int size) => PackedFlags.WrapOf(count, size);

    /// <summary>The place of a descriptor of a chain in a packed queue.</summary>
    public virtual int PlaceAfter(int first, int count, int size) => (first + count) % size;

    /// <summary>Whether descriptors of a packed queue are read that are not available again.</summary>
    public virtual bool ReadsThePast => false;

    /// <summary>Where the device goes on in a packed queue after a chain.</summary>
    /// <param name="last">Where it was, counted from the start on.</param>
    /// <param name="places">How many places the chain takes.</param>
    /// <param name="buffers">How many buffers it has.</param>
    /// <param name="size">The number of descriptors.</param>
    /// <returns>The place, counted from the start on.</returns>
    public virtual int Advance(int last, int places, int buffers, int size) => last + places;

    /// <summary>The id of a chain of a packed queue, from the one so far and that of the next descriptor.</summary>
    public virtual int Id(int former, int next) => next;

    /// <summary>Whether a table of a packed queue ends at an entry with such flags.</summary>
    public virtual bool EndsTable(DescriptorFlags flags) => false;

    /// <summary>Whether a used descriptor of a packed queue says that something was written.</summary>
    public virtual bool Marks(ulong length) => length > 0;

    /// <summary>Whether the driver can see that a descriptor of a packed queue is used.</summary>
    public virtual bool IsShown(bool wrap) => true;

    /// <summary>Whether the driver is interrupted that named an entry.</summary>
    /// <param name="distance">How far it is from the first that is used.</param>
    /// <param name="used">How many are used.</param>
    /// <returns>Whether it is one of them.</returns>
    public virtual bool IsEvent(int distance, int used) => distance < used;

    /// <summary>Whether the device says that it wants to be told of what is available.</summary>
    /// <param name="hasEvents">Whether it names entries.</param>
    /// <param name="told">How many it was told of before.</param>
    /// <returns>True if so.</returns>
    public virtual bool WantsToBeTold(bool hasEvents, int told) => true;

    /// <summary>Whether an access is allowed by what a page is mapped for.</summary>
    public virtual bool IsAllowed(Access mapped, Access wanted) => (mapped & wanted) == wanted;

    /// <summary>Whether a page is still accessed after it was unmapped.</summary>
    public virtual bool IsStale => false;

    /// <summary>Whether each page of a buffer is translated, or the first alone.</summary>
    public virtual bool TranslatesEveryPage => true;

    /// <summary>Whether a descriptor of a chain is written.</summary>
    public virtual bool Writes(Descriptor descriptor) => (descriptor.Flags & DescriptorFlags.Write) != 0;

    /// <summary>How many bytes a source of entropy gives for a chain, of which so many can be written.</summary>
    public virtual ulong Gives(ulong writable) => writable;

    /// <summary>How many bytes of a buffer are written.</summary>
    public virtual ulong Fills(ulong length) => length;

    /// <summary>The length in the used ring.</summary>
    public virtual ulong UsedLength(ulong written, ulong writable, ulong readable) => written;

    /// <summary>The place in the used ring for a chain.</summary>
    public virtual int UsedHead(int head, int last) => head;

    /// <summary>Whether tables of descriptors are followed.</summary>
    public virtual bool FollowsTables(VirtioFeatures accepted) =>
        (accepted & VirtioFeatures.IndirectDescriptors) != 0;

    /// <summary>How many descriptors the direct part of a chain may have after a table was met.</summary>
    public virtual int Bound(int size, int lastTable) => size;

    /// <summary>Whether a chain is given up after so many descriptors: it may be a loop.</summary>
    public virtual bool GivesUp(int count, int size) => count >= size;

    /// <summary>Whether a descriptor is refused by itself: it describes nothing.</summary>
    public virtual bool Refuses(Descriptor descriptor) => descriptor.Length.Value == 0;

    /// <summary>In how many descriptors the header of a request may lie.</summary>
    public virtual int HeaderParts => int.MaxValue;

    /// <summary>Whether a table at an address is refused.</summary>
    public virtual bool RefusesTable(Iova at) => false;

    /// <summary>Whether the chain is used at all.</summary>
    public virtual bool Uses(int size, int head) => true;

    /// <summary>How often a chain is put into the used ring.</summary>
    public virtual int TimesUsed => 1;

    /// <summary>Whether a device that cannot go on says so.</summary>
    public virtual bool TellsThatItStopped => true;

    /// <summary>Whether the driver is interrupted.</summary>
    public virtual bool Interrupts(bool wanted, int used) => wanted && used > 0;

    /// <summary>The page that is recorded for a blocked access; null for none.</summary>
    public virtual Iova? Recorded(Iova page) => page;
}
