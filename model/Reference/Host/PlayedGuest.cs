using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Iommu;
using IoSpec.Contracts.Migration;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Host;

/// <summary>A guest of a host that is played.</summary>
/// <param name="id">The guest.</param>
/// <param name="shape">What it is.</param>
/// <param name="iommu">What plays its IOMMU, or null.</param>
/// <param name="layer">Its layer for DMA mappings, or null.</param>
/// <param name="pool">Its bounce pool, or null.</param>
/// <param name="tracker">What tracks its memory.</param>
/// <param name="orchestrator">Who drives its functions in a migration.</param>
public sealed class PlayedGuest(
    GuestId id, GuestShape shape, ITarget<IommuConfiguration, IommuOperation>? iommu, LayerPort? layer,
    LayerPort? pool, ITarget<DirtyConfiguration, DirtyOperation> tracker,
    ITarget<MigrationConfiguration, MigrationOperation> orchestrator)
{
    private readonly QueueEntry[] _entries = new QueueEntry[VirtioLayout.Pages];
    private readonly QueueEntry[] _innerEntries = new QueueEntry[VirtioLayout.Pages];

    /// <summary>The guest.</summary>
    public GuestId Id => id;

    /// <summary>What it is.</summary>
    public GuestShape Shape => shape;

    /// <summary>What plays its IOMMU; null if none translates.</summary>
    public ITarget<IommuConfiguration, IommuOperation>? Iommu => iommu;

    /// <summary>Its layer for DMA mappings; null if it has none.</summary>
    public LayerPort? Layer => layer;

    /// <summary>Its bounce pool, which is played as a layer; null if its memory is not restricted.</summary>
    public LayerPort? Pool => pool;

    /// <summary>The slots of its bounce pool.</summary>
    public PoolSlots Slots { get; } = new(shape);

    /// <summary>The stretches of its memory that the host's IOMMU maps.</summary>
    internal List<(int First, int Count)> Mapped { get; } = [];

    /// <summary>What tracks its memory.</summary>
    public ITarget<DirtyConfiguration, DirtyOperation> Tracker => tracker;

    /// <summary>Who drives its functions in a migration.</summary>
    public ITarget<MigrationConfiguration, MigrationOperation> Orchestrator => orchestrator;

    /// <summary>What the pages of queues' addresses are mapped to.</summary>
    /// <param name="inner">Whether for devices of the guest inside.</param>
    /// <returns>An entry for each page.</returns>
    internal QueueEntry[] QueueEntries(bool inner) => inner ? _innerEntries : _entries;

    /// <summary>Nothing is mapped for queues.</summary>
    internal void ClearQueueEntries()
    {
        Array.Fill(_entries, QueueEntry.None);
        Array.Fill(_innerEntries, QueueEntry.None);
    }

    /// <summary>In which host it is.</summary>
    public int Side { get; set; }

    /// <summary>How often it has moved.</summary>
    public int Moves { get; set; }

    /// <summary>Its functions on their way; null if it is not being migrated.</summary>
    internal Voyage? Voyage { get; set; }

    /// <summary>Whether it is being migrated.</summary>
    public bool IsMigrating => Voyage is not null;

    /// <summary>Whether it stands still.</summary>
    public bool IsStopped { get; set; }

    /// <summary>What its functions are brought to; null if it is not being migrated.</summary>
    public MigrationGoal? Goal => Voyage?.Goal;

    /// <summary>What has been copied to the other host: the writer of each page.</summary>
    public int[] Staged { get; } = new int[shape.Pages.Value];
}
