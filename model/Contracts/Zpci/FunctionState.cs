namespace IoSpec.Contracts.Zpci;

/// <summary>In what state a configured function is.</summary>
public enum FunctionState
{
    /// <summary>No instruction reaches it.</summary>
    Disabled,

    /// <summary>It works.</summary>
    Enabled,

    /// <summary>It met an error: loads and stores are refused.</summary>
    Error,

    /// <summary>It met an error: loads and stores are let through again.</summary>
    Blocked,

    /// <summary>It is not configured.</summary>
    Standby,
}
