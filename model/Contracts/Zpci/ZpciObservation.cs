namespace IoSpec.Contracts.Zpci;

/// <summary>What was seen after one operation on a function.</summary>
public abstract record ZpciObservation : Observation
{
    private ZpciObservation()
    {
    }

    /// <summary>It happened.</summary>
    public sealed record Done : ZpciObservation;

    /// <summary>The handle that names the function from now on.</summary>
    /// <param name="Handle">The handle.</param>
    public sealed record Named(FunctionHandle Handle) : ZpciObservation;

    /// <summary>How an instruction, or the last one of several, ended, and what reached the device.</summary>
    /// <param name="Check">The program interruption.</param>
    /// <param name="Condition">The condition code, 0 if there was an interruption.</param>
    /// <param name="Status">The status code, 0 unless the condition code is 1.</param>
    /// <param name="Log">What reached the device, in order.</param>
    public sealed record Ended(
        ProgramCheck Check, int Condition, int Status, ValueList<Transaction> Log) : ZpciObservation;

    /// <summary>The state that was stored.</summary>
    /// <param name="Controls">The function controls: 0x80 enabled, 0x40 error, 0x20 blocked.</param>
    public sealed record Stored(int Controls) : ZpciObservation;
}
