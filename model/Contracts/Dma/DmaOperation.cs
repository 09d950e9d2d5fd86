namespace IoSpec.Contracts.Dma;

/// <summary>One thing that drivers ask of the layer, that devices do, or that happens to it.</summary>
public abstract record DmaOperation : Operation
{
    private DmaOperation()
    {
    }

    /// <summary>A driver maps memory, contiguous for devices.</summary>
    /// <param name="On">The processor that it runs on.</param>
    /// <param name="Segments">The memory, in order.</param>
    /// <param name="Writable">Whether devices are to write it.</param>
    public sealed record Map(ProcessorId On, ValueList<Segment> Segments, bool Writable) : DmaOperation;

    /// <summary>A driver gives up a whole mapping.</summary>
    /// <param name="On">The processor that it runs on.</param>
    /// <param name="Mapped">The step that mapped it.</param>
    public sealed record Unmap(ProcessorId On, Held Mapped) : DmaOperation;

    /// <summary>A device accesses a page that is or was mapped.</summary>
    /// <param name="Device">The device.</param>
    /// <param name="Mapped">The step that mapped it.</param>
    /// <param name="Place">Which of its pages, from 0.</param>
    /// <param name="IsWrite">Whether it writes.</param>
    public sealed record Access(RequesterId Device, Held Mapped, int Place, bool IsWrite) : DmaOperation;

    /// <summary>Time passes; timers that expire do so at its end.</summary>
    /// <param name="Time">How long.</param>
    public sealed record Advance(Duration Time) : DmaOperation;

    /// <summary>A processor begins to refresh everything, and is held up.</summary>
    public sealed record BeginFlush : DmaOperation;

    /// <summary>It goes on and comes to the end.</summary>
    /// <param name="Begun">The step that began it.</param>
    public sealed record EndFlush(Held Begun) : DmaOperation;

    /// <summary>The hypervisor changes how many pages a device's copy can hold; what is there stays.</summary>
    /// <param name="Slots">How many.</param>
    public sealed record Limit(PageCount Slots) : DmaOperation;

    /// <summary>
    /// A call is going to fail once: that for one page of the next map, or one of the refreshes that add pages.
    /// </summary>
    /// <param name="Call">The call.</param>
    /// <param name="After">How many of them do not fail before it.</param>
    public sealed record Fail(InnerCall Call, int After) : DmaOperation;
}
