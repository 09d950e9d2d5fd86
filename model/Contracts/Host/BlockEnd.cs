using IoSpec.Contracts.Zpci;

namespace IoSpec.Contracts.Host;

/// <summary>How a block store ended, and what the device saw of it.</summary>
/// <param name="Check">The program interruption.</param>
/// <param name="Condition">The condition code, 0 if there was an interruption.</param>
/// <param name="Status">The status code, 0 unless the condition code is 1.</param>
/// <param name="Log">What reached the device, in order.</param>
public readonly record struct BlockEnd(
    ProgramCheck Check, int Condition, int Status, ValueList<Transaction> Log);
