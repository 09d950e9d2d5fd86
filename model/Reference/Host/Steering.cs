using IoSpec.Contracts.Host;
using IoSpec.Contracts.Migration;
using IoSpec.Reference.Migration;

namespace IoSpec.Reference.Host;

/// <summary>What is known of the migration of a guest, and of the group that its functions are.</summary>
/// <param name="functions">Its functions that are migrated by their states.</param>
/// <param name="states">The states that each of them has.</param>
public sealed class Steering(DeviceId[] functions, MigrationFlags[] states)
{
    /// <summary>The functions, in the order of their ids.</summary>
    public ReadOnlySpan<DeviceId> Functions => functions;

    /// <summary>What is known of the group.</summary>
    public GroupState Group { get; } = new(new MigrationConfiguration.Group([.. states]));

    /// <summary>What is brought about; null after the last goal.</summary>
    public MigrationGoal? Goal { get; set; } = MigrationGoal.Save;

    /// <summary>In which states the functions were when that was begun.</summary>
    public Contracts.Migration.DeviceState[] Begun { get; private set; } =
        [.. states.Select(_ => Contracts.Migration.DeviceState.Running)];

    /// <summary>How many calls were made for it.</summary>
    public int Calls { get; set; }

    /// <summary>Whether one of them has failed.</summary>
    public bool HasFailed { get; set; }

    /// <summary>Whether the last change of each function has failed, and nothing was done about it since.</summary>
    public bool[] MayBeReset { get; } = new bool[functions.Length];

    /// <summary>Whether some change of each function has failed.</summary>
    public bool[] Failed { get; } = new bool[functions.Length];

    /// <summary>Whether a function was reset for the goal.</summary>
    public bool HasReset { get; set; }

    /// <summary>Whether the migration is called off because a function did not change its state.</summary>
    public bool IsCalledOff { get; set; }

    /// <summary>Whether the guest stands still.</summary>
    public bool IsStopped { get; set; }

    /// <summary>Whether the guest is in the other host.</summary>
    public bool HasMoved { get; set; }

    /// <summary>Whether everything was done.</summary>
    public bool IsOver => Goal is null;

    /// <summary>The place of a function in the group, or -1.</summary>
    /// <param name="device">The function.</param>
    /// <returns>The place.</returns>
    public int IndexOf(DeviceId device) => Array.IndexOf(functions, device);

    /// <summary>A function was asked for a state, or reset.</summary>
    /// <param name="call">The call.</param>
    public void Note(DeviceCall call)
    {
        HasFailed |= !call.Succeeded;
        if (call.Does is not (DeviceCallKind.SetState or DeviceCallKind.Reset)) return;
        HasReset |= call.Does == DeviceCallKind.Reset;
        MayBeReset[call.Device] = !call.Succeeded;
        Failed[call.Device] |= !call.Succeeded;
    }

    /// <summary>What is brought about from now on.</summary>
    /// <param name="goal">The goal; null for none.</param>
    public void Aim(MigrationGoal? goal)
    {
        (Goal, Calls, HasFailed, HasReset) = (goal, 0, false, false);
        Begun = [.. Group.States];
    }
}
