namespace IoSpec.Contracts.Zpci;

/// <summary>An instruction whose second operand is a pair of registers, the first of them an even one.</summary>
public enum PairInstruction
{
    /// <summary>PCILG.</summary>
    Load,

    /// <summary>PCISTG.</summary>
    Store,

    /// <summary>RPCIT.</summary>
    Refresh,
}
