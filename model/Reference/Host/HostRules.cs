using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Iommu;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Host;

/// <summary>What a host decides between its parts; <see cref="Standard"/> unless it is to be faulty.</summary>
public class HostRules
{
    /// <summary>What the specifications say.</summary>
    public static HostRules Standard { get; } = new();

    /// <summary>Whether the tracker is told of a write.</summary>
    public virtual bool Marks(HostWrite write) => true;

    /// <summary>The address that is marked for what a device has written.</summary>
    /// <param name="written">The physical address of its guest.</param>
    /// <param name="used">The address that the device used.</param>
    public virtual Gpa Marked(Gpa written, Iova used) => written;

    /// <summary>Whether a report of one guest leaves the others' logs as they are.</summary>
    public virtual bool ReportsApart => true;

    /// <summary>Whether what was written to unmapped pages stays in the log.</summary>
    public virtual bool UnmapKeepsLog => true;

    /// <summary>Whether a device that leaves leaves the log as it is.</summary>
    public virtual bool DetachKeepsLog => true;

    /// <summary>Whether the pages of the last report are copied.</summary>
    public virtual bool CopiesLast => true;

    /// <summary>Whether what peers wrote to a BAR after the migration began is carried over.</summary>
    public virtual bool CarriesLateBar => true;

    /// <summary>Whether the log ends with a migration that is called off.</summary>
    public virtual bool CancelStopsLog => true;

    /// <summary>Whether assigned devices use the other host's memory after a migration.</summary>
    public virtual bool MovesDevices => true;

    /// <summary>Whether a guest's invalidation is done.</summary>
    public virtual bool Invalidates(bool isMigrating) => true;

    /// <summary>Whether what a guest's layer for DMA mappings does reaches the guest's IOMMU.</summary>
    public virtual bool Delivers(IommuOperation operation, PlayedGuest guest) => true;

    /// <summary>The address that a guest's layer for DMA mappings hands out.</summary>
    public virtual Iova HandedOut(Iova at, PlayedGuest guest, Func<Gpa, Hpa> host) => at;

    /// <summary>Whether time passes for a guest's layer for DMA mappings.</summary>
    public virtual bool Ticks(int moves) => true;

    /// <summary>Whether a new guest has a new layer for DMA mappings.</summary>
    public virtual bool ClearsLayer => true;

    /// <summary>Whether what a slot of a bounce pool asks for is copied.</summary>
    public virtual bool Copies(PoolCopy copy) => copy.IsDue;

    /// <summary>Whether a new guest has a new bounce pool.</summary>
    public virtual bool ClearsPool => true;

    /// <summary>Whether what is a guest's own is kept from devices, emulated or assigned ones.</summary>
    public virtual bool Restricts(int moves, bool isEmulated) => true;

    /// <summary>Whether an emulated device is told what its guest's IOMMU does for its queue.</summary>
    public virtual bool TellsQueue(PlayedGuest guest) => true;

    /// <summary>Whether a device that was given to the guest inside is told what is mapped for that guest.</summary>
    public virtual bool TellsInner => true;

    /// <summary>Where what a device uses by its queue or by a PASID comes out.</summary>
    public virtual Hpa Reached(WriteCause cause, PlayedGuest guest, Hpa at) => at;

    /// <summary>Whether an emulated device has its queue after a migration.</summary>
    public virtual bool CarriesQueue => true;

    /// <summary>Whether a function has its PASIDs after a migration.</summary>
    public virtual bool CarriesSpaces => true;

    /// <summary>Whether a function sends nothing by PASIDs while it may not use memory, or stands still.</summary>
    public virtual bool HoldsSpaces(bool isMaster) => true;

    /// <summary>Whether a function forgets its PASIDs; when it is taken away it stays assigned if not.</summary>
    public virtual bool ClearsSpaces(Occasion occasion) => true;

    /// <summary>Whether a function with PASIDs that is taken away is reset before.</summary>
    public virtual bool ResetsTaken => true;

    /// <summary>Whether an emulated device forgets its queue.</summary>
    public virtual bool ClearsQueue(Occasion occasion) => true;

    /// <summary>Whether a device that is taken away leaves its guest's memory.</summary>
    public virtual bool LeavesMemory => true;

    /// <summary>Whether a device that is assigned gets its guest's memory.</summary>
    public virtual bool EntersMemory(PlayedDevice device) => true;

    /// <summary>Whether a device that is given to another domain leaves the one before.</summary>
    public virtual bool GiveInvalidates => true;

    /// <summary>Whether peers lose a BAR when its device is taken away.</summary>
    public virtual bool RemovesBar => true;

    /// <summary>Whether a device is forbidden to use memory.</summary>
    public virtual bool ClearsMaster(Occasion occasion) => true;

    /// <summary>Whether a device forgets its buffer.</summary>
    public virtual bool ClearsBuffer(Occasion occasion) => true;

    /// <summary>Whether a device's own memory is emptied.</summary>
    public virtual bool ClearsBar(Occasion occasion) => true;

    /// <summary>Whether a new guest finds empty memory.</summary>
    public virtual bool ClearsMemory => true;

    /// <summary>Whether a new guest finds an empty IOMMU.</summary>
    public virtual bool ClearsIommu => true;

    /// <summary>Whether a guest may give a device to the guest inside it.</summary>
    public virtual bool Gives(HostDeviceKind kind, bool inner) => !inner || kind != HostDeviceKind.Bypassing;

    /// <summary>The record that a guest reads.</summary>
    public virtual FaultRecord Recorded(FaultRecord record, Func<Gpa, Hpa> host) => record;

    /// <summary>The buffer that a device has after a migration; null for none.</summary>
    public virtual Iova? Arrives(Iova buffer, Func<Gpa, Hpa> host) => buffer;

    /// <summary>Whether a guest's IOMMU translates for a device.</summary>
    public virtual bool Translates(HostDeviceKind kind) => kind != HostDeviceKind.Bypassing;

    /// <summary>Whether a processor writes to the memory of its guest, and not to the copy of it.</summary>
    public virtual bool StoresHere(bool isMigrating) => true;

    /// <summary>Whether a device takes the buffer that it is told.</summary>
    public virtual bool TakesBuffer(bool isMigrating) => true;

    /// <summary>Whether a device stops to use memory when its guest says so.</summary>
    public virtual bool ObeysMaster(bool inner) => true;

    /// <summary>The calls that bring a goal about for the functions of a guest.</summary>
    public virtual ValueList<DeviceCall> Steers(MigrationGoal goal, int moves, ValueList<DeviceCall> calls) => calls;

    /// <summary>Whether a function that did not change its state is reset.</summary>
    public virtual bool ResetsFailed => true;

    /// <summary>Whether a migration is called off if a function does not change its state.</summary>
    public virtual bool NoticesFailure => true;

    /// <summary>What a function does on its own, by its states or in spite of them.</summary>
    public virtual DeviceWork Works(PlayedGuest guest, DeviceWork permitted) => permitted;

    /// <summary>Whether a device that is not migrated by states stands still with its guest.</summary>
    public virtual bool StandsStill(HostDeviceKind kind) => true;

    /// <summary>Whether a reset of one function leaves the states of the others as they are.</summary>
    public virtual bool ResetsApart => true;

    /// <summary>Whether what a peer writes to the BAR of a function reaches it.</summary>
    public virtual bool HearsPeers(bool isMigrating) => true;

    /// <summary>Whether a migration begins.</summary>
    public virtual bool Migrates(bool anotherIsMigrating) => true;

    /// <summary>What reaches an ISM function of one block.</summary>
    public virtual BlockEnd Delivered(BlockEnd end, PlayedDevice device, bool isMigrating) => end;

    /// <summary>The order in which blocks reach an ISM function.</summary>
    public virtual void Order(Span<BlockEnd> ends, PlayedDevice device)
    {
    }
}
