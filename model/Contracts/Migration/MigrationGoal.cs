namespace IoSpec.Contracts.Migration;

/// <summary>What one who drives a group of devices is to bring about.</summary>
public enum MigrationGoal
{
    /// <summary>The devices run, and their memory and, where they can, their state are being saved.</summary>
    Save,

    /// <summary>The devices stand still, and their state can be read out.</summary>
    StopAndSave,

    /// <summary>The state of each device was read to its end, and the log of memory is closed.</summary>
    FinishSave,

    /// <summary>The devices are ready to be loaded.</summary>
    Load,

    /// <summary>The state of each device was loaded, and the devices run.</summary>
    FinishLoad,

    /// <summary>Whatever was begun is given up, and the devices run.</summary>
    Abort,
}
