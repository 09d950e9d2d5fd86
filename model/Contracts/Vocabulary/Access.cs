namespace IoSpec.Contracts;

/// <summary>What may be done with memory, or what is wanted of it.</summary>
[Flags]
public enum Access
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Reading.</summary>
    Read = 1,

    /// <summary>Writing.</summary>
    Write = 2,

    /// <summary>Reading and writing.</summary>
    ReadWrite = Read | Write,

    /// <summary>Fetching instructions.</summary>
    Execute = 4,
}
