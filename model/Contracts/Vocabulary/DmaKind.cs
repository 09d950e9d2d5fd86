namespace IoSpec.Contracts;

/// <summary>What a device does with memory.</summary>
public enum DmaKind
{
    /// <summary>It reads.</summary>
    Read,

    /// <summary>It writes.</summary>
    Write,

    /// <summary>It reads and writes in one transaction.</summary>
    Atomic,

    /// <summary>It fetches instructions.</summary>
    Execute,
}
