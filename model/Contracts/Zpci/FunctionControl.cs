namespace IoSpec.Contracts.Zpci;

/// <summary>What MPCIFC is asked to do, besides to end an error.</summary>
public enum FunctionControl
{
    /// <summary>2: interrupts get the bits that they set.</summary>
    RegisterInterrupts,

    /// <summary>3: they no longer have them.</summary>
    DeregisterInterrupts,

    /// <summary>4: the function gets tables for its accesses.</summary>
    RegisterTables,

    /// <summary>5: it no longer has them.</summary>
    DeregisterTables,

    /// <summary>6: it gets other tables.</summary>
    ReregisterTables,

    /// <summary>A number that stands for nothing.</summary>
    Unknown,
}
