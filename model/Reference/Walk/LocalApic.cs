using IoSpec.Contracts;

namespace IoSpec.Reference.Walk;

/// <summary>Which processors receive an interrupt, of those that the harness looks at: 0 and 1.</summary>
/// <remarks>
/// Source: Intel SDM volume 3, chapter 10, message signalled interrupts: delivery mode, destination mode, vectors.
/// </remarks>
internal static class LocalApic
{
    private const uint Processors = 2;
    private const ulong Fixed = 0;
    private const ulong FirstVector = 16;

    /// <summary>What an interrupt with these fields comes to.</summary>
    /// <param name="destination">The field of the destination.</param>
    /// <param name="everybody">The destination that means all processors.</param>
    /// <param name="isLogical">Whether the destination is a set of processors (DM).</param>
    /// <param name="mode">The delivery mode.</param>
    /// <param name="vector">The vector.</param>
    /// <returns>
    /// The interrupts; untold for logical destinations, modes without a vector and vectors that are illegal.
    /// </returns>
    public static MessageResult Receive(ulong destination, ulong everybody, bool isLogical, ulong mode, ulong vector)
    {
        if (isLogical || mode != Fixed || vector < FirstVector) return MessageResult.Untold.Instance;
        var received = new List<ReceivedInterrupt>();
        for (var id = 0u; id < Processors; id++)
        {
            if (destination == id || destination == everybody)
                received.Add(new ReceivedInterrupt(new ProcessorId(id), new InterruptVector((byte)vector)));
        }

        return new MessageResult.Delivered([.. received]);
    }
}
