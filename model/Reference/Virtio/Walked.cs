using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Virtio;

/// <summary>Part of a buffer in one page of memory.</summary>
/// <param name="Source">The address that the driver gave.</param>
/// <param name="At">Where it is.</param>
/// <param name="Length">How many bytes.</param>
internal readonly record struct PlacedPiece(Iova Source, Gpa At, ulong Length);

/// <summary>Why a device does nothing at all.</summary>
internal enum Idle
{
    No,
    NoDriverOk,
    NoQueue,
    QueueWasReset,
    NoBusMaster,
    Stopped,
    Refused,
}

/// <summary>A chain that was used, and its places among all that were ever made available.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many: of a split queue 1.</param>
/// <param name="Entry">How it was told.</param>
internal readonly record struct UsedSpan(int First, int Count, UsedEntry Entry);

/// <summary>What a device does when it is kicked, and what becomes of it.</summary>
internal sealed class DeviceRun
{
    public List<UsedEntry> Used { get; } = [];

    public List<PlacedPiece> Written { get; } = [];

    public List<Iova> Faults { get; } = [];

    /// <summary>Those that the device need not meet: it has given something, and may leave it at that.</summary>
    public List<Iova> Spared { get; } = [];

    /// <summary>Whether one of them has to be met.</summary>
    public bool HasFault => Faults.Exists(page => !Spared.Contains(page));

    /// <summary>The descriptors of the chains that were looked at.</summary>
    public List<Descriptor> Descriptors { get; } = [];

    /// <summary>How many bytes may be written for each used chain.</summary>
    public List<ulong> Room { get; } = [];

    public Idle Idle { get; set; }

    public bool Stops { get; set; }

    /// <summary>Whether a ring or a table is out of reach: what the device makes of that is not said.</summary>
    public bool IsBlind { get; set; }

    /// <summary>Whether the driver asked for what this kind of device does not do.</summary>
    public bool IsMisused { get; set; }

    public bool MetTable { get; set; }

    public bool RefusedTable { get; set; }

    public int Last { get; set; }

    /// <summary>What was used, in order.</summary>
    public List<UsedSpan> Spans { get; } = [];

    /// <summary>The first entry that is to be used.</summary>
    public int First { get; set; }

    /// <summary>Whether a chain went over the end of a packed queue.</summary>
    public bool IsWrapped { get; set; }

    public int Available { get; set; }

    public int LastTable { get; set; }

    /// <summary>Where a status was written.</summary>
    public List<Gpa> Statuses { get; } = [];

    /// <summary>How many bytes were written with the zero that was there.</summary>
    public ulong Hidden { get; set; }

    /// <summary>The places of the descriptor table that belong to a chain, one bit for each.</summary>
    public ulong Places { get; set; }

    public VirtioObservation.Ran Seen { get; set; } = null!;
}
