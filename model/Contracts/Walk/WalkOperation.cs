namespace IoSpec.Contracts.Walk;

/// <summary>One thing that can be done to a unit that walks tables, or through it.</summary>
public abstract record WalkOperation : Operation
{
    private WalkOperation()
    {
    }

    /// <summary>Stores words to guest memory, one after the other.</summary>
    /// <param name="Entries">The stores, in order.</param>
    public sealed record Write(ValueList<EntryWrite> Entries) : WalkOperation;

    /// <summary>Programs a register and waits until the unit has taken it.</summary>
    /// <param name="Register">The register.</param>
    /// <param name="Value">The content, in the layout of the format.</param>
    public sealed record Program(UnitRegister Register, Word Value) : WalkOperation;

    /// <summary>
    /// Puts a command into the queue of the unit; it may take effect at any time until it is awaited.
    /// </summary>
    /// <param name="Command">The words of the command; missing ones are 0.</param>
    public sealed record Submit(ValueList<Word> Command) : WalkOperation;

    /// <summary>Puts the command of the format that waits into the queue, and waits for it.</summary>
    public sealed record Await : WalkOperation;

    /// <summary>A device accesses memory.</summary>
    /// <param name="Requester">The requester.</param>
    /// <param name="Pasid">The PASID of the request, if it has one.</param>
    /// <param name="AddressType">How the address is to be taken.</param>
    /// <param name="DmaKind">What the device does.</param>
    /// <param name="Privileged">Whether the request is privileged.</param>
    /// <param name="At">The first address.</param>
    /// <param name="Length">How many bytes, at least one.</param>
    public sealed record Dma(
        RequesterId Requester,
        Pasid? Pasid,
        AddressType AddressType,
        DmaKind DmaKind,
        bool Privileged,
        Iova At,
        ByteCount Length) : WalkOperation;

    /// <summary>
    /// A device that can write sends an interrupt message: four bytes to an address that is not memory. There are the
    /// processors 0 and 1, which receive everything.
    /// </summary>
    /// <param name="Requester">The requester.</param>
    /// <param name="At">The address, 4-byte aligned.</param>
    /// <param name="Data">What is written, 32 bits.</param>
    public sealed record Message(RequesterId Requester, Iova At, Word Data) : WalkOperation;

    /// <summary>Takes all fault records out of the unit and makes it ready for more.</summary>
    public sealed record ReadFaults : WalkOperation;

    /// <summary>Reads a word of guest memory, to see what the unit wrote there.</summary>
    /// <param name="At">The address, 8-byte aligned.</param>
    public sealed record ReadEntry(Gpa At) : WalkOperation;

    /// <summary>
    /// Brings everything to the start: table memory zero, translation off, nothing cached, no faults, an empty queue.
    /// </summary>
    public sealed record Reset : WalkOperation;
}
