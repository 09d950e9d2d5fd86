namespace IoSpec.Reference.Host;

/// <summary>On what occasion a device is brought to a state.</summary>
public enum Occasion
{
    /// <summary>Its guest resets it.</summary>
    Reset,

    /// <summary>It is taken from its guest.</summary>
    Detach,

    /// <summary>Its guest ends, and another one starts.</summary>
    Restart,
}
