using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Reference.Dirty;
using IoSpec.Reference.Dma;
using IoSpec.Reference.Iommu;

namespace IoSpec.Reference.Host;

/// <summary>What is known of a guest: the states of other areas' judges, and what its memory holds.</summary>
public sealed class GuestState
{
    /// <summary>The state at the start.</summary>
    /// <param name="configuration">What holds for the case.</param>
    /// <param name="id">The guest.</param>
    public GuestState(HostConfiguration configuration, GuestId id)
    {
        (Id, Shape) = (id, configuration.Guests[(int)id.Value]);
        Memory = new int[Shape.Pages.Value];
        Array.Fill(Memory, -1);
        Dirty = new DirtyState(HostPart.DirtyOf(configuration, Shape));
        Slots = new PoolSlots(Shape);
        SlotMoves = new int[Shape.Slots];
        StartPool();
        if (Shape.Iommu != GuestIommu.Translating) return;
        StartLayer();
        Iommu = new IommuState(HostPart.IommuOf(configuration, Shape));
        Translation = new IommuTranslation(Iommu);
    }

    /// <summary>The guest.</summary>
    public GuestId Id { get; }

    /// <summary>What it is.</summary>
    public GuestShape Shape { get; }

    /// <summary>What is known of its IOMMU; null if none translates.</summary>
    public IommuState? Iommu { get; }

    /// <summary>What its IOMMU may make of requests; null if none translates.</summary>
    public ITranslation? Translation { get; }

    /// <summary>What is known of its layer for DMA mappings; null if it has none.</summary>
    public DmaState? Layer { get; private set; }

    /// <summary>What is known of the tracker of its memory.</summary>
    public DirtyState Dirty { get; }

    /// <summary>Its layer for DMA mappings starts, if it has one.</summary>
    public void StartLayer() => Layer = Shape.Layer is { } policy ? new DmaState(HostPart.LayerOf(policy)) : null;

    /// <summary>What is known of its bounce pool as a layer; null if its memory is not restricted.</summary>
    public DmaState? Pool { get; private set; }

    /// <summary>The slots of its bounce pool.</summary>
    public PoolSlots Slots { get; }

    /// <summary>How often it had moved when each of them was filled last.</summary>
    public int[] SlotMoves { get; }

    /// <summary>Its bounce pool starts, if it has one.</summary>
    public void StartPool()
    {
        Slots.Clear();
        Pool = Shape.Slots > 0 ? new DmaState(HostPart.PoolOf(Shape)) : null;
    }

    /// <summary>In which host it is: 0 or 1.</summary>
    public int Side { get; set; }

    /// <summary>How often it has moved to another host.</summary>
    public int Moves { get; set; }

    /// <summary>Its migration; null if it is not being migrated.</summary>
    public Steering? Steering { get; set; }

    /// <summary>Whether a migration of it was called off because a function did not change its state.</summary>
    public bool WasCalledOff { get; set; }

    /// <summary>Whether it is being migrated.</summary>
    public bool IsMigrating => Steering is not null;

    /// <summary>Whether it stands still: its processors and what is emulated for it.</summary>
    public bool IsStopped => Steering is { IsStopped: true };

    /// <summary>Which step wrote each of its pages last; -1 for none.</summary>
    public int[] Memory { get; }
}
