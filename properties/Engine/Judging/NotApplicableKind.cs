namespace IoSpec.Engine;

/// <summary>The two ways in which a requirement does not apply.</summary>
public enum NotApplicableKind
{
    /// <summary>The target says that it lacks it: read from a register, a feature bit or its help.</summary>
    Absent,

    /// <summary>The harness cannot drive or see it.</summary>
    Unreachable,
}
