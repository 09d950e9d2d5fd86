namespace IoSpec.Contracts.Zpci;

/// <summary>What was seen after one operation on a function.</summary>
public abstract record ZpciObservation : Observation
{
    private ZpciObservation()
    {
    }

    /// <summary>It happened.</summary>
    public sealed record Done : ZpciObservation;

    /// <summary>How a request to a processor of the machine ended.</summary>
    /// <param name="Check">The program interruption.</param>
    /// <param name="Condition">The condition code, 0 if there was an interruption.</param>
    /// <param name="Code">The response code, 0 if there was an interruption.</param>
    /// <param name="Handle">The handle that names the function from now on, 0 if none was given.</param>
    public sealed record Responded(
        ProgramCheck Check, int Condition, int Code, FunctionHandle Handle) : ZpciObservation;

    /// <summary>The list of functions.</summary>
    /// <param name="Code">The response code.</param>
    /// <param name="Functions">How often the function is in it.</param>
    /// <param name="Handle">The handle of the function.</param>
    /// <param name="IsConfigured">Whether it is told to be configured.</param>
    public sealed record Listed(
        int Code, int Functions, FunctionHandle Handle, bool IsConfigured) : ZpciObservation;

    /// <summary>What was told of a function.</summary>
    /// <param name="Code">The response code.</param>
    /// <param name="SizeBits">How large BAR 2 is, as a power of two.</param>
    /// <param name="Bar">The register of BAR 2, read as PCI has it.</param>
    /// <param name="FirstDma">The first address for which there can be tables.</param>
    /// <param name="LastDma">The last one.</param>
    public sealed record Described(
        int Code, int SizeBits, Word Bar, Iova FirstDma, Iova LastDma) : ZpciObservation;

    /// <summary>What was told of a group of functions.</summary>
    /// <param name="Code">The response code.</param>
    /// <param name="MostStored">The longest block store.</param>
    public sealed record Grouped(int Code, ByteCount MostStored) : ZpciObservation;

    /// <summary>How an instruction, or the last one of several, ended, and what reached the device.</summary>
    /// <param name="Check">The program interruption.</param>
    /// <param name="Condition">The condition code, 0 if there was an interruption.</param>
    /// <param name="Status">The status code, 0 unless the condition code is 1.</param>
    /// <param name="Log">What reached the device, in order.</param>
    /// <param name="Value">The register that was loaded; 0 if none was.</param>
    public sealed record Ended(
        ProgramCheck Check, int Condition, int Status, ValueList<Transaction> Log, Word Value = default)
        : ZpciObservation;

    /// <summary>What a message came to.</summary>
    /// <param name="Vectors">The bits of vectors that became set, in order.</param>
    /// <param name="Summaries">The summary bits that became set, in order.</param>
    /// <param name="Class">The class of the interruption that came; null if none did.</param>
    public sealed record Signalled(ValueList<int> Vectors, ValueList<int> Summaries, int? Class) : ZpciObservation;

    /// <summary>The bits that were set; they are clear afterwards.</summary>
    /// <param name="Vectors">Those of vectors, in order.</param>
    /// <param name="Summaries">The summary bits, in order.</param>
    public sealed record Taken(ValueList<int> Vectors, ValueList<int> Summaries) : ZpciObservation;

    /// <summary>The state that was stored.</summary>
    /// <param name="Controls">The function controls: 0x80 enabled, 0x40 error, 0x20 blocked, 0x10 tables.</param>
    /// <param name="First">The first address with tables.</param>
    /// <param name="Last">The last one.</param>
    /// <param name="Tables">The tables.</param>
    public sealed record Stored(int Controls, Iova First, Iova Last, Word Tables) : ZpciObservation;
}
