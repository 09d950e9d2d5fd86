using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Host;

/// <summary>What the words of a function stand for that is migrated by its states.</summary>
public static class FunctionWords
{
    private const int BarFirst = 2;

    /// <summary>How many words it has: the buffer, whether there is one, and a mark for each page of its BAR.</summary>
    public const int Registers = BarFirst + (int)HostLayout.BarPages;

    /// <summary>All that it does on its own.</summary>
    public const DeviceWork AllWork = DeviceWork.Memory | DeviceWork.Peer | DeviceWork.Interrupts;

    /// <summary>What it has to do on its own.</summary>
    /// <param name="isMaster">Whether it may use memory.</param>
    /// <returns>The work.</returns>
    public static DeviceWork Work(bool isMaster) => isMaster ? AllWork : DeviceWork.None;

    /// <summary>The address of its buffer.</summary>
    public static RegisterIndex Buffer => new(0);

    /// <summary>Whether it has a buffer.</summary>
    public static RegisterIndex HasBuffer => new(1);

    /// <summary>Its interrupt vector.</summary>
    public static VectorIndex Vector => new(0);

    /// <summary>An observation that answers nothing that is asked of a function.</summary>
    public static MigrationObservation NoAnswer { get; } = new MigrationObservation.Calls([], false);

    /// <summary>Who wrote a page of its BAR.</summary>
    /// <param name="page">The page.</param>
    /// <returns>The word.</returns>
    public static RegisterIndex Bar(int page) => new((uint)(BarFirst + page));

    /// <summary>The word for a step.</summary>
    /// <param name="step">The step; -1 for none.</param>
    /// <returns>The word.</returns>
    public static Word Mark(int step) => new((ulong)(step + 1));

    /// <summary>Where the interrupts of a function arrive, after a number of moves.</summary>
    /// <param name="device">The function.</param>
    /// <param name="moves">How often its guest has moved.</param>
    /// <returns>The line.</returns>
    public static InterruptLine Line(DeviceId device, int moves) => new((device.Value * 8) + (uint)(moves % 8));

    /// <summary>How many bytes are read or written at once: odd and even, few and many.</summary>
    /// <param name="step">How many operations the function was given.</param>
    /// <returns>The bytes.</returns>
    public static ByteCount Part(int step) => new(PartSizes[step % PartSizes.Length]);

    private static ReadOnlySpan<ulong> PartSizes => [128, 24, 192, 7, 96, 160, 1];
}
