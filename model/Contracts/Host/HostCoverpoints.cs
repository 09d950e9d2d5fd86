namespace IoSpec.Contracts.Host;

/// <summary>Situations that cases of the area <c>host</c> are expected to reach.</summary>
public static class HostCoverpoints
{
    /// <summary>The table.</summary>
    public static CoverTable Table { get; } = new();

    /// <summary>A device writes to the BAR of a peer.</summary>
    public static Coverpoint PeerWrite { get; } = Table.Declare("dma/peer");

    /// <summary>A device writes to the BAR of a peer while their guest is migrated.</summary>
    public static Coverpoint PeerWriteWhileMigrating { get; } = Table.Declare("dma/peer-while-migrating");

    /// <summary>A function uses memory while it must leave its peers alone.</summary>
    public static Coverpoint WhenQuiescent { get; } = Table.Declare("dma/quiescent");

    /// <summary>A function that stands still is told to use memory.</summary>
    public static Coverpoint WhenStopped { get; } = Table.Declare("dma/stopped");

    /// <summary>A device of a guest inside a guest uses memory.</summary>
    public static Coverpoint Inner { get; } = Table.Declare("dma/inner");

    /// <summary>A device uses memory around the guest's IOMMU, which translates for others.</summary>
    public static Coverpoint Bypass { get; } = Table.Declare("dma/bypass");

    /// <summary>A device uses what its guest's layer has mapped.</summary>
    public static Coverpoint Mapped { get; } = Table.Declare("layer/used");

    /// <summary>A device reaches what its guest's layer has taken back, and not refreshed.</summary>
    public static Coverpoint Late { get; } = Table.Declare("layer/used-late");

    /// <summary>A device reaches that while the guest is migrated.</summary>
    public static Coverpoint LateWhileMigrating { get; } = Table.Declare("layer/used-late-while-migrating");

    /// <summary>A device is taken away while addresses wait to come back.</summary>
    public static Coverpoint DetachWhileWaiting { get; } = Table.Declare("layer/detach-while-some-wait");

    /// <summary>A guest moves while addresses wait to come back.</summary>
    public static Coverpoint MoveWhileWaiting { get; } = Table.Declare("layer/move-while-some-wait");

    /// <summary>A device uses buffers of its queue.</summary>
    public static Coverpoint Queue { get; } = Table.Declare("queue/used");

    /// <summary>A device that takes the platform's addresses uses buffers by a guest's IOMMU.</summary>
    public static Coverpoint QueueTranslated { get; } = Table.Declare("queue/translated");

    /// <summary>A device uses buffers that its guest's layer for DMA mappings has mapped.</summary>
    public static Coverpoint QueueBehindLayer { get; } = Table.Declare("queue/behind-layer");

    /// <summary>A device of a guest inside a guest uses buffers of its queue.</summary>
    public static Coverpoint QueueInner { get; } = Table.Declare("queue/inner");

    /// <summary>A device that goes around the guest's IOMMU, which translates for others, uses buffers.</summary>
    public static Coverpoint QueueBypass { get; } = Table.Declare("queue/bypass");

    /// <summary>A device uses buffers of its queue while its guest is migrated.</summary>
    public static Coverpoint QueueWhileMigrating { get; } = Table.Declare("queue/while-migrating");

    /// <summary>A device goes on with a queue that was set up before its guest moved.</summary>
    public static Coverpoint QueueAfterMove { get; } = Table.Declare("queue/after-move");

    /// <summary>A device comes to a buffer that its guest's IOMMU does not let it reach.</summary>
    public static Coverpoint QueueBlocked { get; } = Table.Declare("queue/blocked");

    /// <summary>A disk serves a chain of buffers that it reads and buffers that it writes.</summary>
    public static Coverpoint QueueDisk { get; } = Table.Declare("queue/disk");

    /// <summary>A disk serves one by its guest's IOMMU.</summary>
    public static Coverpoint QueueDiskTranslated { get; } = Table.Declare("queue/disk-translated");

    /// <summary>A driver makes more chains available than its queue has places.</summary>
    public static Coverpoint QueueOverfull { get; } = Table.Declare("queue/overfull");

    /// <summary>A device uses a slot of its guest's bounce pool.</summary>
    public static Coverpoint Pool { get; } = Table.Declare("pool/used");

    /// <summary>A device of a guest inside a guest uses a slot.</summary>
    public static Coverpoint PoolInner { get; } = Table.Declare("pool/inner");

    /// <summary>A device comes to memory that is its guest's own.</summary>
    public static Coverpoint PoolPrivate { get; } = Table.Declare("pool/private");

    /// <summary>A device looks into a slot that was given back.</summary>
    public static Coverpoint PoolFree { get; } = Table.Declare("pool/given-back");

    /// <summary>There is no slot left.</summary>
    public static Coverpoint PoolFull { get; } = Table.Declare("pool/full");

    /// <summary>What a device has written comes back from a slot while the guest is migrated.</summary>
    public static Coverpoint PoolWhileMigrating { get; } = Table.Declare("pool/back-while-migrating");

    /// <summary>What a device has written comes back from a slot that was taken before the guest moved.</summary>
    public static Coverpoint PoolAfterMove { get; } = Table.Declare("pool/back-after-move");

    /// <summary>A function reaches memory by a PASID.</summary>
    public static Coverpoint Pasid { get; } = Table.Declare("pasid/landed");

    /// <summary>A function reaches memory by a PASID while its guest is migrated.</summary>
    public static Coverpoint PasidWhileMigrating { get; } = Table.Declare("pasid/landed-while-migrating");

    /// <summary>A function reaches memory by a PASID after its guest has moved.</summary>
    public static Coverpoint PasidAfterMove { get; } = Table.Declare("pasid/landed-after-move");

    /// <summary>A function that may not use memory is told to do so by a PASID.</summary>
    public static Coverpoint PasidWithoutMaster { get; } = Table.Declare("pasid/without-master");

    /// <summary>A function whose guest stands still is.</summary>
    public static Coverpoint PasidStopped { get; } = Table.Declare("pasid/stopped");

    /// <summary>The physical function is written to while guests have virtual ones.</summary>
    public static Coverpoint PhysicalChanged { get; } = Table.Declare("pasid/physical-changed");

    /// <summary>A guest reads its control bits after it has moved.</summary>
    public static Coverpoint ReadAfterMove { get; } = Table.Declare("pasid/read-after-move");

    /// <summary>A guest unmaps what a device has written while the guest is migrated.</summary>
    public static Coverpoint UnmapWhileMigrating { get; } = Table.Declare("migration/unmap");

    /// <summary>A function is reset while its guest is migrated.</summary>
    public static Coverpoint ResetWhileMigrating { get; } = Table.Declare("migration/reset");

    /// <summary>A device is taken away while its guest is migrated.</summary>
    public static Coverpoint DetachWhileMigrating { get; } = Table.Declare("migration/detach");

    /// <summary>Two guests are migrated at the same time.</summary>
    public static Coverpoint TwoMigrations { get; } = Table.Declare("migration/two");

    /// <summary>A guest is migrated that has been migrated before.</summary>
    public static Coverpoint SecondMigration { get; } = Table.Declare("migration/second");

    /// <summary>A migration is called off after the guest was stopped.</summary>
    public static Coverpoint CancelWhenStopped { get; } = Table.Declare("migration/cancel-stopped");

    /// <summary>A migration is called off because a function did not change its state.</summary>
    public static Coverpoint FailedChange { get; } = Table.Declare("migration/failed-change");

    /// <summary>A guest is migrated after that.</summary>
    public static Coverpoint AfterFailedChange { get; } = Table.Declare("migration/after-failed-change");

    /// <summary>A guest with several functions that are migrated by their states runs on in another host.</summary>
    public static Coverpoint SeveralFunctions { get; } = Table.Declare("migration/several-functions");

    /// <summary>Block stores are made while the guest is migrated.</summary>
    public static Coverpoint SendWhileMigrating { get; } = Table.Declare("ism/while-migrating");

    /// <summary>Block stores are made after a reset of the function.</summary>
    public static Coverpoint SendAfterReset { get; } = Table.Declare("ism/after-reset");

    /// <summary>A device is assigned to another guest than before.</summary>
    public static Coverpoint Reassigned { get; } = Table.Declare("assign/to-another");

    /// <summary>A device uses memory after its guest has moved.</summary>
    public static Coverpoint UsedAfterMove { get; } = Table.Declare("migration/used-after");
}
