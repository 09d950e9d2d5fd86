namespace IoSpec.Contracts;

/// <summary>How bad a violation is.</summary>
public enum Severity
{
    /// <summary>A detail of reporting.</summary>
    Low,

    /// <summary>A wrong fault or a wrong order.</summary>
    Medium,

    /// <summary>A crash, a hang, silent corruption.</summary>
    High,

    /// <summary>An escape from isolation, foreign memory, a leaked address.</summary>
    Critical,
}
