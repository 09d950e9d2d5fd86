using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>What is known of a group of devices from the calls that were made to them.</summary>
/// <param name="devices">The devices.</param>
public sealed class GroupState(MigrationConfiguration.Group devices)
{
    /// <summary>What each device is.</summary>
    public MigrationTraits[] Traits { get; } = [.. devices.Devices.Select(GroupTraits.Of)];

    /// <summary>The state of each device.</summary>
    public DeviceState[] States { get; } = [.. devices.Devices.Select(_ => DeviceState.Running)];

    /// <summary>What has become of the transfer of each device since it was opened.</summary>
    public TransferProgress[] Transfers { get; } = new TransferProgress[devices.Devices.Count];

    /// <summary>Whether a change of a device has failed and nothing was done about it since.</summary>
    public bool[] HasFailed { get; } = new bool[devices.Devices.Count];

    /// <summary>Whether a device was reset and has nothing to do until it is asked for another state.</summary>
    public bool[] IsReset { get; } = new bool[devices.Devices.Count];

    /// <summary>Whether the log runs.</summary>
    public bool IsLogging { get; set; }

    /// <summary>Whether the log was read since the last device stopped.</summary>
    public bool IsCollected { get; set; }

    /// <summary>The goal that was reached last; null at the start.</summary>
    public MigrationGoal? Reached { get; set; }

    /// <summary>Whether the last goal was missed: only giving up makes sense then.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Whether every device can be kept from writing its peers.</summary>
    public bool HasBarrier => States.Length > 1
        && Array.TrueForAll(Traits, traits => traits.Has(DeviceState.RunningP2P));

    /// <summary>Whether every device stands still.</summary>
    public bool IsQuiet => Array.TrueForAll(States, StateMachine.IsStopped);

    /// <summary>Whether a goal can be aimed at now.</summary>
    /// <param name="goal">The goal.</param>
    /// <returns>True if it can.</returns>
    public bool MayAimAt(MigrationGoal goal) => goal switch
    {
        MigrationGoal.Abort => Reached is not null || IsBroken,
        _ when IsBroken => false,
        MigrationGoal.Save => Reached is null or MigrationGoal.FinishLoad or MigrationGoal.Abort,
        MigrationGoal.Load => Reached is null or MigrationGoal.FinishSave or MigrationGoal.FinishLoad
            or MigrationGoal.Abort,
        MigrationGoal.StopAndSave => Reached == MigrationGoal.Save,
        MigrationGoal.FinishSave => Reached == MigrationGoal.StopAndSave,
        _ => Reached == MigrationGoal.Load,
    };
}
