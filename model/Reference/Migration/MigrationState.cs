using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>What is known of a device in the middle of a case.</summary>
/// <param name="traits">What the device is.</param>
public sealed class MigrationState(MigrationTraits traits)
{
    /// <summary>What the device is.</summary>
    public MigrationTraits Traits { get; } = traits;

    /// <summary>Whether a session has a handle; otherwise it is alive wherever data can be transferred.</summary>
    public bool HasHandles => (Traits.Features & MigrationFeatures.Handles) != 0;

    /// <summary>A device that conforms and has gone through the same operations: it answers for the plan.</summary>
    public DeviceModel Model { get; } = new(traits, MigrationRules.Standard);

    /// <summary>How many steps were done.</summary>
    public int Step { get; set; }

    /// <summary>In which state the device may be.</summary>
    public Belief Belief { get; set; } = Belief.Of(DeviceState.Running, isAlive: false);

    /// <summary>What the state was changed by last.</summary>
    public Cause Cause { get; set; } = Cause.Start;

    /// <summary>Whether the next change may fail because it was made to.</summary>
    public bool MayFail { get; set; }

    /// <summary>All sessions, in the order in which they were opened.</summary>
    public List<Session> Sessions { get; } = [];

    /// <summary>The session that was opened last.</summary>
    public Session? Current { get; set; }

    /// <summary>The words of internal state; null where they are not known.</summary>
    public Word?[] Registers { get; } = new Word?[traits.Registers];

    /// <summary>What each word owes its value to.</summary>
    public Origin[] Origins { get; } = new Origin[traits.Registers];

    /// <summary>What the device does on its own when it may; null if that is not known.</summary>
    public DeviceWork? Work { get; set; } = DeviceWork.None;

    /// <summary>The words of the configuration space; null where they are not known.</summary>
    public Word?[] Config { get; } = new Word?[traits.Registers];

    /// <summary>Where the interrupts of each vector arrive, as far as it is known.</summary>
    public VectorState[] Vectors { get; } = new VectorState[traits.Vectors];

    /// <summary>Whether something was loaded since the configuration was written.</summary>
    public bool HasLoaded { get; set; }

    /// <summary>The session that a step opened, if the user still has it.</summary>
    /// <param name="opened">The step.</param>
    /// <returns>The session; null if that step opened none or it was closed.</returns>
    public Session? Session(Held opened)
    {
        for (var i = Sessions.Count - 1; i >= 0; i--)
        {
            if (Sessions[i].Step == opened.Step) return Sessions[i];
        }

        return null;
    }

    /// <summary>Nothing is known of the internal state any more.</summary>
    public void ForgetInternalState()
    {
        Array.Clear(Registers);
        Work = null;
    }

    /// <summary>The device was touched where it must not be: it can leave its state, and nothing is demanded.</summary>
    public void Disturb()
    {
        Belief = Belief.Anything;
        Cause = Cause.Disturbed;
        ForgetInternalState();
        Current?.Spoil();
    }
}
