using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Migration;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Host;

/// <summary>A device of a host that is played.</summary>
/// <param name="id">The device.</param>
/// <param name="kind">What it is.</param>
/// <param name="states">The states by which it is migrated.</param>
/// <param name="function">It as a function that is migrated by its states, or null.</param>
/// <param name="queue">Its queue, or null.</param>
/// <param name="ism">What plays it as a function that blocks are written to, or null.</param>
public sealed class PlayedDevice(
    DeviceId id, HostDeviceKind kind, MigrationFlags states, FunctionPort? function, PlayedQueue? queue,
    ITarget<ZpciConfiguration, ZpciOperation>? ism)
{
    private Iova? _buffer;
    private bool _isMaster;

    /// <summary>The device.</summary>
    public DeviceId Id => id;

    /// <summary>What it is.</summary>
    public HostDeviceKind Kind => kind;

    /// <summary>The states by which it is migrated.</summary>
    public MigrationFlags States => states;

    /// <summary>It as a function that is migrated by its states; null for others.</summary>
    public FunctionPort? Function => function;

    /// <summary>Its queue; null if it has none.</summary>
    public PlayedQueue? Queue => queue;

    /// <summary>What plays it as a function that blocks are written to; null for other kinds.</summary>
    public ITarget<ZpciConfiguration, ZpciOperation>? Ism => ism;

    /// <summary>Whether the host's IOMMU stands before it; the host itself acts for an emulated one.</summary>
    public bool IsAssigned => kind is HostDeviceKind.VirtualFunction or HostDeviceKind.Ism;

    /// <summary>Whether it has a BAR that its peers can reach.</summary>
    public bool HasBar => kind == HostDeviceKind.VirtualFunction;

    /// <summary>The guest that it belongs to.</summary>
    public PlayedGuest? Owner { get; set; }

    /// <summary>Whether it may use memory.</summary>
    public bool IsMaster
    {
        get => _isMaster;
        set
        {
            _isMaster = value;
            function?.Begin(value);
            queue?.SetMaster(value);
        }
    }

    /// <summary>Whether it was given to the guest inside.</summary>
    public bool IsInner { get; set; }

    /// <summary>How often it was reset.</summary>
    public int Resets { get; set; }

    /// <summary>Its buffer: what is migrated by states is what its words say.</summary>
    public Iova? Buffer
    {
        get
        {
            if (function is null) return _buffer;
            return function.Word(FunctionWords.HasBuffer).Value == 0
                ? null
                : new Iova(function.Word(FunctionWords.Buffer).Value);
        }

        set
        {
            _buffer = value;
            if (function is null) return;
            function.Write(Toucher.User, FunctionWords.Buffer, new Word(value?.Value ?? 0));
            function.Write(Toucher.User, FunctionWords.HasBuffer, new Word(value is null ? 0ul : 1));
        }
    }

    /// <summary>What its BAR held when the migration began.</summary>
    public int[] Snapshot { get; } = [-1, -1];

    /// <summary>Whether its guest's IOMMU translates for it.</summary>
    public bool IsTranslated => Owner?.Iommu is not null && kind != HostDeviceKind.Bypassing;
}
