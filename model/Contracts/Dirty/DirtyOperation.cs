namespace IoSpec.Contracts.Dirty;

/// <summary>One thing that can be done to a tracker, or to the memory that it tracks.</summary>
public abstract record DirtyOperation : Operation
{
    private DirtyOperation()
    {
    }

    /// <summary>Starts the log.</summary>
    public sealed record Start : DirtyOperation;

    /// <summary>Stops the log; what is in it is gone.</summary>
    public sealed record Stop : DirtyOperation;

    /// <summary>Maps pages for all devices.</summary>
    /// <param name="At">The first address.</param>
    /// <param name="Pages">How many smallest pages.</param>
    public sealed record Map(Iova At, PageCount Pages) : DirtyOperation;

    /// <summary>Removes the mapping that begins at an address.</summary>
    /// <param name="At">The first address of a mapping.</param>
    /// <param name="Reports">Whether the pages that were written are to be reported with it.</param>
    public sealed record Unmap(Iova At, bool Reports) : DirtyOperation;

    /// <summary>Writes memory, at once.</summary>
    /// <param name="Writer">Who writes.</param>
    /// <param name="At">The first address.</param>
    /// <param name="Length">How many bytes.</param>
    public sealed record Write(WriterId Writer, Iova At, ByteCount Length) : DirtyOperation;

    /// <summary>Begins to write memory.</summary>
    /// <param name="Writer">Who writes.</param>
    /// <param name="At">The first address.</param>
    /// <param name="Length">How many bytes.</param>
    public sealed record BeginWrite(WriterId Writer, Iova At, ByteCount Length) : DirtyOperation;

    /// <summary>Ends a write.</summary>
    /// <param name="Begun">The step that began it.</param>
    public sealed record EndWrite(Held Begun) : DirtyOperation;

    /// <summary>Reads who wrote a page last, as one who copies the page does.</summary>
    /// <param name="At">The first address of the page.</param>
    public sealed record Copy(Iova At) : DirtyOperation;

    /// <summary>Asks for the pages of a window that were written.</summary>
    /// <param name="At">The first address of the window.</param>
    /// <param name="Pages">Its length, in smallest pages.</param>
    /// <param name="Size">The size of page of the report: two to the power of it smallest pages.</param>
    /// <param name="Clears">Whether the window is clean in the log afterwards.</param>
    public sealed record Report(Iova At, PageCount Pages, int Size, bool Clears) : DirtyOperation;

    /// <summary>Begins a report that clears.</summary>
    /// <param name="At">The first address of the window.</param>
    /// <param name="Pages">Its length, in smallest pages.</param>
    public sealed record BeginReport(Iova At, PageCount Pages) : DirtyOperation;

    /// <summary>Ends a report.</summary>
    /// <param name="Begun">The step that began it.</param>
    public sealed record EndReport(Held Begun) : DirtyOperation;

    /// <summary>A device pins pages, to write them later unseen.</summary>
    /// <param name="Writer">The device.</param>
    /// <param name="At">The first address.</param>
    /// <param name="Pages">How many smallest pages.</param>
    public sealed record Pin(WriterId Writer, Iova At, PageCount Pages) : DirtyOperation;

    /// <summary>A device releases the pages that it pinned with one step.</summary>
    /// <param name="Pinned">That step.</param>
    public sealed record Unpin(Held Pinned) : DirtyOperation;

    /// <summary>A device that has left comes.</summary>
    /// <param name="Writer">The device.</param>
    public sealed record Attach(WriterId Writer) : DirtyOperation;

    /// <summary>A device leaves.</summary>
    /// <param name="Writer">The device.</param>
    public sealed record Detach(WriterId Writer) : DirtyOperation;

    /// <summary>The machine is migrated: it goes on elsewhere, with all of its memory.</summary>
    /// <param name="Meanwhile">What a device writes while memory is being sent; null for nothing.</param>
    public sealed record Move(MeanwhileWrite? Meanwhile) : DirtyOperation;
}
