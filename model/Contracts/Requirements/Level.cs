namespace IoSpec.Contracts;

/// <summary>How binding a requirement is.</summary>
public enum Level
{
    /// <summary>Breaking it is a failure.</summary>
    Must,

    /// <summary>Breaking it is a warning.</summary>
    Should,
}
