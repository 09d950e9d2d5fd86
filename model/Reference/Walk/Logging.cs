namespace IoSpec.Reference.Walk;

/// <summary>Whether a fault is recorded.</summary>
public enum Logging
{
    /// <summary>It has to be recorded.</summary>
    Must,

    /// <summary>It may be recorded: the specification leaves it open.</summary>
    May,

    /// <summary>It must not be recorded: its recording is switched off.</summary>
    Never,
}
