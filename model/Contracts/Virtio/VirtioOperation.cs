namespace IoSpec.Contracts.Virtio;

/// <summary>One thing that a driver does to the device, or the guest to what stands before memory.</summary>
public abstract record VirtioOperation : Operation
{
    private VirtioOperation()
    {
    }

    /// <summary>Resets the device.</summary>
    public sealed record ResetDevice : VirtioOperation;

    /// <summary>Reads what the device offers.</summary>
    public sealed record ReadFeatures : VirtioOperation;

    /// <summary>Accepts features, offered or not.</summary>
    /// <param name="Features">What is accepted.</param>
    public sealed record AcceptFeatures(VirtioFeatures Features) : VirtioOperation;

    /// <summary>Writes the status and reads it again.</summary>
    /// <param name="Status">What is written; not 0.</param>
    public sealed record SetStatus(VirtioStatus Status) : VirtioOperation;

    /// <summary>Sets the queue up and enables it; its rings are empty.</summary>
    /// <param name="Ring">The address of the descriptor table; the other parts follow it.</param>
    public sealed record SetUpQueue(Iova Ring) : VirtioOperation;

    /// <summary>Resets the queue.</summary>
    public sealed record ResetQueue : VirtioOperation;

    /// <summary>Writes a chain into the descriptor table and makes it available.</summary>
    /// <param name="Head">
    /// The place of its first descriptor; one behind the table is made available too. In a packed queue the id that its
    /// last descriptor has.
    /// </param>
    /// <param name="Chain">Its descriptors, for that place, in a packed queue the next, and those that follow.</param>
    /// <param name="Table">Descriptors for the indirect table, from its start on.</param>
    public sealed record Offer(int Head, ValueList<Descriptor> Chain, ValueList<Descriptor> Table) : VirtioOperation;

    /// <summary>Tells the device that there are buffers, and waits.</summary>
    /// <param name="IfWanted">Whether it is told only if it has not said that it need not be.</param>
    public sealed record Kick(bool IfWanted) : VirtioOperation;

    /// <summary>Asks for interrupts, or for none.</summary>
    /// <param name="Wanted">Whether they are wanted.</param>
    /// <param name="After">
    /// With the event index: how many entries, in a packed queue places, are to be used without one before; from 0 to
    /// 64. Without it 0.
    /// </param>
    public sealed record WantInterrupts(bool Wanted, int After) : VirtioOperation;

    /// <summary>Lets the device access memory, or not.</summary>
    /// <param name="IsOn">Whether it may.</param>
    public sealed record BusMaster(bool IsOn) : VirtioOperation;

    /// <summary>Maps a page for the device; former translations of it are gone.</summary>
    /// <param name="At">The page as the device sees it.</param>
    /// <param name="To">The page of memory.</param>
    /// <param name="Access">What the device may do.</param>
    public sealed record Map(Iova At, Gpa To, Access Access) : VirtioOperation;

    /// <summary>Takes a page from the device, and waits until that is so.</summary>
    /// <param name="At">The page as the device sees it.</param>
    public sealed record Unmap(Iova At) : VirtioOperation;
}
