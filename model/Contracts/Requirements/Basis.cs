namespace IoSpec.Contracts;

/// <summary>What a requirement rests on.</summary>
public enum Basis
{
    /// <summary>The text of a specification.</summary>
    Text,

    /// <summary>Code on which two independent projects agree.</summary>
    Code,

    /// <summary>What an expert remembers: it warns and never accuses.</summary>
    Memory,
}
