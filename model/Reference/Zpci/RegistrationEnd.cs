namespace IoSpec.Reference.Zpci;

/// <summary>Why the interrupts of a function are registered no longer.</summary>
public enum RegistrationEnd
{
    /// <summary>They are, or never were.</summary>
    None,

    /// <summary>MPCIFC 3 ended it.</summary>
    Deregistered,

    /// <summary>The function was disabled or deconfigured.</summary>
    Disabled,
}
