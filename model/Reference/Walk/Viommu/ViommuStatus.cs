using IoSpec.Contracts;

namespace IoSpec.Reference.Walk;

/// <summary>How a request ends: VIRTIO_IOMMU_S_*.</summary>
/// <remarks>Source: virtio 1.3, 5.13.6, Device operations.</remarks>
public static class ViommuStatus
{
    /// <summary>The buffers come back unwritten.</summary>
    public const int Unwritten = -1;

    /// <summary>It was done.</summary>
    public const int Ok = 0;

    /// <summary>It is not supported.</summary>
    public const int Unsupported = 2;

    /// <summary>A parameter is invalid.</summary>
    public const int Invalid = 4;

    /// <summary>A parameter is out of range.</summary>
    public const int OutOfRange = 5;

    /// <summary>Something does not exist.</summary>
    public const int NoEntry = 6;

    /// <summary>The highest number of a status.</summary>
    public const int Most = 8;

    /// <summary>Every status that says that nothing was done.</summary>
    public static ValueList<int> Failing { get; } = [4, 1, 2, 3, 5, 6, 7, 8];

    /// <summary>Every status.</summary>
    public static ValueList<int> Any { get; } = [Ok, .. Failing];
}
