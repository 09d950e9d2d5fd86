namespace IoSpec.Contracts.Pasids;

/// <summary>Whose view of a configuration space it is.</summary>
public enum ConfigSide
{
    /// <summary>The host's: the registers of the function itself.</summary>
    Hardware,

    /// <summary>The guest's, to which the function is assigned.</summary>
    Guest,
}
