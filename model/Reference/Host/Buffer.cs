using IoSpec.Contracts;
using IoSpec.Contracts.Host;

namespace IoSpec.Reference.Host;

/// <summary>The buffer that a driver gives to a device.</summary>
public static class Buffer
{
    /// <summary>How many bytes a device writes to it.</summary>
    public static ByteCount Length => new(64);

    /// <summary>What a device does when it is told to use its buffer.</summary>
    /// <param name="state">The state.</param>
    /// <param name="kick">The operation.</param>
    /// <returns>The access, or null if it has no buffer.</returns>
    internal static HostOperation.Dma? Access(HostState state, HostOperation.Kick kick) =>
        state.Device(kick.Device).Buffer is { } at
            ? new HostOperation.Dma(kick.Device, DmaKind.Write, at, Length)
            : null;
}
