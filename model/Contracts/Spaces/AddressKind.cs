namespace IoSpec.Contracts;

/// <summary>What an address is meant for.</summary>
public enum AddressKind
{
    /// <summary>A device puts it on its bus.</summary>
    Bus,

    /// <summary>Memory answers to it.</summary>
    Physical,

    /// <summary>A program uses it.</summary>
    Virtual,
}
