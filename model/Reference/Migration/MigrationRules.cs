using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>The decisions of the specification, as a device makes them; a faulty one overrides one of them.</summary>
public class MigrationRules
{
    /// <summary>The specification.</summary>
    public static MigrationRules Standard { get; } = new();

    /// <summary>The states that a change passes; none to refuse it.</summary>
    public virtual StatePath Path(MigrationTraits traits, DeviceState from, DeviceState to) =>
        StateMachine.Path(traits, from, to);

    /// <summary>Whether a step opens a session.</summary>
    public virtual bool Opens(DeviceState from, DeviceState to) => TransferSteps.Opens(from, to);

    /// <summary>Whether a step ends the session.</summary>
    public virtual bool Ends(DeviceState from, DeviceState to) => TransferSteps.Ends(from, to);

    /// <summary>What a device may do on its own in a state.</summary>
    public virtual DeviceWork Permitted(MigrationTraits traits, DeviceState state)
    {
        if (StateMachine.IsRunning(state)) return DeviceWork.Memory | DeviceWork.Peer | DeviceWork.Interrupts;
        if (!StateMachine.IsQuiescent(state)) return DeviceWork.None;
        return traits.TellsPeersApart ? DeviceWork.Memory | DeviceWork.Interrupts : DeviceWork.Interrupts;
    }

    /// <summary>The state after a change that failed, which the specification leaves open.</summary>
    public virtual DeviceState AfterFailure(DeviceState reached, int after) =>
        after % 4 == 3 ? DeviceState.Error : reached;

    /// <summary>The state after a reset.</summary>
    public virtual DeviceState AfterReset(DeviceState before) => DeviceState.Running;

    /// <summary>Whether a reset ends the session.</summary>
    public virtual bool ResetEndsSession => true;

    /// <summary>The state after a change that is refused.</summary>
    public virtual DeviceState AfterRefusal(DeviceState before) => before;

    /// <summary>The state after a moment in which nobody asked for anything.</summary>
    public virtual DeviceState AfterWatching(DeviceState before) => before;

    /// <summary>Whether what was received may be loaded.</summary>
    public virtual bool Loads(MigrationTraits traits, Reception reception) => reception switch
    {
        Reception.Complete => true,
        Reception.Altered => !traits.DetectsTampering,
        _ => false,
    };

    /// <summary>Whether a segment of a length is taken at a place of the stream.</summary>
    public virtual bool Takes(ByteCount at, ByteCount length) => true;

    /// <summary>Whether a segment at a place of the stream is put behind what was written before.</summary>
    public virtual bool Follows(ByteCount at) => true;

    /// <summary>Whether the final state follows in STOP_COPY on what was read before.</summary>
    public virtual bool SavesFinalState(ByteCount readBefore) => true;

    /// <summary>The word that is saved of one that is there.</summary>
    public virtual Word Saved(RegisterIndex register, Word value) => value;

    /// <summary>The word that is there after a step of the state machine.</summary>
    public virtual Word Kept(DeviceState from, DeviceState to, RegisterIndex register, Word value) => value;

    /// <summary>Whether a write of a register counts.</summary>
    public virtual bool Hears(DeviceState state, Toucher by) => state != DeviceState.Error;

    /// <summary>Whether configuration space and vectors can be accessed in a state.</summary>
    public virtual bool IsConfigurable(DeviceState state) => true;

    /// <summary>Whether loading a stream brings back the configuration space of the source.</summary>
    public virtual bool LoadsConfiguration => false;

    /// <summary>Whether loading a stream brings back where interrupts arrived at the source.</summary>
    public virtual bool LoadsVectors => false;

    /// <summary>Whether what is left can be asked for in a state.</summary>
    public virtual bool TellsWhatIsLeft(DeviceState state) => StateMachine.IsPreCopy(state);

    /// <summary>The changed bytes that are said to be left.</summary>
    public virtual ByteCount DirtyLeft(ByteCount dirty) => dirty;

    /// <summary>The bytes of the first round that are said to be left.</summary>
    public virtual ByteCount InitialLeft(ByteCount initial, ByteCount read) => initial;
}
