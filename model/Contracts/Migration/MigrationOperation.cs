namespace IoSpec.Contracts.Migration;

/// <summary>One thing that can be done to a migration device, or asked of one who drives several.</summary>
/// <remarks>A session is named by the step that opened it: its handle is the target's to choose.</remarks>
public abstract record MigrationOperation : Operation
{
    private MigrationOperation()
    {
    }

    /// <summary>Asks for the state: VFIO_DEVICE_FEATURE_MIG_DEVICE_STATE, get.</summary>
    public sealed record GetState : MigrationOperation;

    /// <summary>Asks for a change: VFIO_DEVICE_FEATURE_MIG_DEVICE_STATE, set.</summary>
    /// <param name="To">The state to go to.</param>
    public sealed record SetState(DeviceState To) : MigrationOperation;

    /// <summary>Asks for a change to a number that is no state.</summary>
    /// <param name="Beyond">By how much the number exceeds the last state, from 1.</param>
    public sealed record SetUndefined(uint Beyond) : MigrationOperation;

    /// <summary>Makes the next change of state fail, in its middle if it has one.</summary>
    /// <param name="After">How many steps of the path are gone before.</param>
    public sealed record FailNext(int After) : MigrationOperation;

    /// <summary>Resets the device: VFIO_DEVICE_RESET.</summary>
    public sealed record Reset : MigrationOperation;

    /// <summary>Reads from a session of saving; what is read is kept, in order, with the session.</summary>
    /// <param name="Session">The session.</param>
    /// <param name="Length">The most bytes, at least one.</param>
    public sealed record Read(Held Session, ByteCount Length) : MigrationOperation;

    /// <summary>Writes to a session the next segment of what was read from one.</summary>
    /// <remarks>The next one begins where the last one of this source ended, or at its start.</remarks>
    /// <param name="Session">The session that takes the data.</param>
    /// <param name="Source">The session that it was read from.</param>
    /// <param name="Skip">How many bytes are left out before it.</param>
    /// <param name="Length">The most bytes, at least one; fewer if fewer are left.</param>
    /// <param name="Tampering">What is done to the segment before.</param>
    public sealed record Write(Held Session, Held Source, ByteCount Skip, ByteCount Length, Tampering Tampering)
        : MigrationOperation;

    /// <summary>Closes the handle of a session.</summary>
    /// <param name="Session">The session.</param>
    public sealed record Close(Held Session) : MigrationOperation;

    /// <summary>Asks what is left to read before the device stops: VFIO_MIG_GET_PRECOPY_INFO.</summary>
    /// <param name="Session">The session.</param>
    public sealed record PreCopyInfo(Held Session) : MigrationOperation;

    /// <summary>Asks how long the stream will be: VFIO_DEVICE_FEATURE_MIG_DATA_SIZE.</summary>
    public sealed record DataSize : MigrationOperation;

    /// <summary>Writes a word of internal state.</summary>
    /// <param name="By">Who writes.</param>
    /// <param name="Register">The word.</param>
    /// <param name="Value">Its new value.</param>
    public sealed record WriteRegister(Toucher By, RegisterIndex Register, Word Value) : MigrationOperation;

    /// <summary>Reads a word of internal state.</summary>
    /// <param name="Register">The word.</param>
    public sealed record ReadRegister(RegisterIndex Register) : MigrationOperation;

    /// <summary>Has the device do something on its own, for as long as it may.</summary>
    /// <param name="Work">What; none to end it.</param>
    public sealed record StartWork(DeviceWork Work) : MigrationOperation;

    /// <summary>Watches for a moment what the device does on its own; touches nothing.</summary>
    public sealed record Watch : MigrationOperation;

    /// <summary>Writes a word of the configuration space.</summary>
    /// <param name="Register">The word.</param>
    /// <param name="Value">Its new value.</param>
    public sealed record WriteConfig(RegisterIndex Register, Word Value) : MigrationOperation;

    /// <summary>Reads a word of the configuration space.</summary>
    /// <param name="Register">The word.</param>
    public sealed record ReadConfig(RegisterIndex Register) : MigrationOperation;

    /// <summary>Says where the interrupts of a vector are to arrive: VFIO_DEVICE_SET_IRQS.</summary>
    /// <param name="Vector">The vector.</param>
    /// <param name="Line">Where; null for nowhere.</param>
    public sealed record SetVector(VectorIndex Vector, InterruptLine? Line) : MigrationOperation;

    /// <summary>Has the device raise the interrupt of a vector.</summary>
    /// <param name="Vector">The vector.</param>
    public sealed record Raise(VectorIndex Vector) : MigrationOperation;

    /// <summary>Has one who drives a group of devices bring something about.</summary>
    /// <param name="Goal">What.</param>
    /// <param name="Breaks">The change of state that fails meanwhile; null if none does.</param>
    public sealed record Orchestrate(MigrationGoal Goal, DeviceFailure? Breaks) : MigrationOperation;

    /// <summary>Reads a field of a region of migration.</summary>
    /// <param name="Field">Which.</param>
    public sealed record ReadField(RegionField Field) : MigrationOperation;

    /// <summary>Asks for a change in the first version of the interface: a write of device_state.</summary>
    /// <param name="To">The bits that it has afterwards; what is reserved in the word is kept.</param>
    public sealed record SetBits(RegionBits To) : MigrationOperation;

    /// <summary>Writes the field that is reserved.</summary>
    /// <param name="Value">The word that is written.</param>
    public sealed record WriteReserved(Word Value) : MigrationOperation;

    /// <summary>
    /// Copies the segment that was asked for out of the region: reads data_size, then as much from data_offset on. It
    /// is kept, and named by this step.
    /// </summary>
    public sealed record CopyOut : MigrationOperation;

    /// <summary>
    /// Copies a segment into the region: reads data_offset, writes the segment there, then its length to data_size.
    /// </summary>
    /// <param name="Segment">The step that copied it out.</param>
    public sealed record CopyIn(Held Segment) : MigrationOperation;
}
