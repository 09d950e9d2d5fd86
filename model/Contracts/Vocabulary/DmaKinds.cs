namespace IoSpec.Contracts;

/// <summary>A set of kinds of access.</summary>
[Flags]
public enum DmaKinds
{
    /// <summary>No kind.</summary>
    None = 0,

    /// <summary>Reads.</summary>
    Read = 1 << DmaKind.Read,

    /// <summary>Writes.</summary>
    Write = 1 << DmaKind.Write,

    /// <summary>Atomic operations.</summary>
    Atomic = 1 << DmaKind.Atomic,

    /// <summary>Instruction fetches.</summary>
    Execute = 1 << DmaKind.Execute,

    /// <summary>Every kind.</summary>
    All = Read | Write | Atomic | Execute,
}
