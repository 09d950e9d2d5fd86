namespace IoSpec.Contracts.Zpci;

/// <summary>By what program interruption an instruction ended.</summary>
public enum ProgramCheck
{
    /// <summary>By none: it set a condition code.</summary>
    None,

    /// <summary>The instruction is not there.</summary>
    Operation,

    /// <summary>Specification.</summary>
    Specification,

    /// <summary>Operand.</summary>
    Operand,

    /// <summary>One that none of these instructions causes.</summary>
    Other,
}
