namespace IoSpec.Contracts.Zpci;

/// <summary>Situations that cases of the area <c>zpci</c> are expected to reach.</summary>
public static class ZpciCoverpoints
{
    private static readonly (Type Operation, string Name)[] Instructions =
    [
        (typeof(ZpciOperation.BlockStore), "block-store"), (typeof(ZpciOperation.Store), "store"),
        (typeof(ZpciOperation.Load), "load"), (typeof(ZpciOperation.Refresh), "refresh"),
        (typeof(ZpciOperation.Modify), "modify"), (typeof(ZpciOperation.StoreControls), "store-controls"),
        (typeof(ZpciOperation.ResetError), "reset-error"), (typeof(ZpciOperation.ResetBlock), "reset-block"),
        (typeof(ZpciOperation.Enable), "enable"), (typeof(ZpciOperation.Disable), "disable"),
        (typeof(ZpciOperation.Query), "query"), (typeof(ZpciOperation.List), "list"),
        (typeof(ZpciOperation.Configure), "configure"), (typeof(ZpciOperation.Deconfigure), "deconfigure"),
    ];

    private static readonly (ProgramCheck Check, int Condition, int Status, string Name)[] Refusals =
    [
        (ProgramCheck.Operation, 0, 0, "operation"), (ProgramCheck.Specification, 0, 0, "specification"),
        (ProgramCheck.Operand, 0, 0, "operand"), (ProgramCheck.None, 3, 0, "condition-3"),
        (ProgramCheck.None, 1, 12, "status-12"), (ProgramCheck.None, 1, 20, "status-20"),
        (ProgramCheck.None, 1, 24, "status-24"), (ProgramCheck.None, 1, 28, "status-28"),
        (ProgramCheck.None, 1, 40, "status-40"),
    ];

    private static readonly int[] Codes =
    [
        ResponseCode.Done, ResponseCode.Command, ResponseCode.Format, ResponseCode.Length, ResponseCode.Reserved,
        ResponseCode.Handle, ResponseCode.Operation, ResponseCode.Spaces, ResponseCode.Resources, ResponseCode.Token,
        ResponseCode.Group,
    ];

    /// <summary>The table.</summary>
    public static CoverTable Table { get; } = new();

    /// <summary>A block store of 8 bytes.</summary>
    public static Coverpoint EightBytes { get; } = Table.Declare("block/8-bytes");

    /// <summary>A block store of a length that is no multiple of 8.</summary>
    public static Coverpoint OddLength { get; } = Table.Declare("block/odd-length");

    /// <summary>A block store that ends where a block of 4 KiB ends.</summary>
    public static Coverpoint ToEndOfBlock { get; } = Table.Declare("block/to-end-of-4k");

    /// <summary>A block store with an offset beyond 40 bits.</summary>
    public static Coverpoint FarOffset { get; } = Table.Declare("block/beyond-40-bits");

    /// <summary>A relaxed block store to a function that is no ISM device.</summary>
    public static Coverpoint RelaxedOther { get; } = Table.Declare("block/relaxed-not-ism");

    /// <summary>A block store while the function is blocked.</summary>
    public static Coverpoint Blocked { get; } = Table.Declare("block/while-blocked");

    /// <summary>The guest's kernel copies across the end of a block of 4 KiB.</summary>
    public static Coverpoint SplitOver4K { get; } = Table.Declare("split/over-4k");

    /// <summary>It copies more than the longest block store.</summary>
    public static Coverpoint SplitOverLongest { get; } = Table.Declare("split/over-longest");

    /// <summary>It copies to a place that is no multiple of 8.</summary>
    public static Coverpoint SplitPlace { get; } = Table.Declare("split/unaligned-place");

    /// <summary>It copies from a place in memory that is none.</summary>
    public static Coverpoint SplitMemory { get; } = Table.Declare("split/unaligned-memory");

    /// <summary>A message of a function whose interrupts do not start at the first bits.</summary>
    public static Coverpoint SignalAtOffset { get; } = Table.Declare("interrupt/at-offset");

    /// <summary>A message of a vector whose bit is set.</summary>
    public static Coverpoint SignalAgain { get; } = Table.Declare("interrupt/bit-was-set");

    /// <summary>A message of a vector whose bit is clear, while the summary bit is set.</summary>
    public static Coverpoint SignalWithSummary { get; } = Table.Declare("interrupt/summary-was-set");

    /// <summary>A message of a function whose summary bit is not enabled.</summary>
    public static Coverpoint SignalWithoutSummary { get; } = Table.Declare("interrupt/summary-not-enabled");

    /// <summary>A message after interrupts were deregistered.</summary>
    public static Coverpoint SignalAfterRegistration { get; } = Table.Declare("interrupt/after-registration");

    /// <summary>A message of a function that was disabled while interrupts were registered.</summary>
    public static Coverpoint SignalWhileDisabled { get; } = Table.Declare("interrupt/while-disabled");

    private static readonly Dictionary<(FunctionState, Type), Coverpoint> States = (
        from state in Enum.GetValues<FunctionState>()
        from instruction in Instructions
        let name = char.ToLowerInvariant(state.ToString()[0]) + state.ToString()[1..]
        select ((state, instruction.Operation), Table.Declare($"state/{name}/{instruction.Name}"))).ToDictionary();

    private static readonly Coverpoint[] Ends = [.. Refusals.Select(end => Table.Declare($"end/{end.Name}"))];

    private static readonly Coverpoint[] Responses = [.. Codes.Select(code => Table.Declare($"code/0x{code:x}"))];

    /// <summary>An instruction or a request in a state of the function.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="operation">The instruction or request.</param>
    /// <returns>The coverpoint; null if the operation is something else.</returns>
    public static Coverpoint? Of(FunctionState state, ZpciOperation operation) =>
        States.GetValueOrDefault((state, operation.GetType()));

    /// <summary>An instruction that had to be rejected in one way.</summary>
    /// <param name="check">The program interruption.</param>
    /// <param name="condition">The condition code.</param>
    /// <param name="status">The status code.</param>
    /// <returns>The coverpoint; null if nothing ends so.</returns>
    public static Coverpoint? OfEnd(ProgramCheck check, int condition, int status)
    {
        for (var i = 0; i < Refusals.Length; i++)
        {
            if ((Refusals[i].Check, Refusals[i].Condition, Refusals[i].Status) == (check, condition, status))
                return Ends[i];
        }

        return null;
    }

    /// <summary>A request that had to be answered with one code.</summary>
    /// <param name="code">The response code.</param>
    /// <returns>The coverpoint; null if nothing is answered so.</returns>
    public static Coverpoint? OfCode(int code) =>
        Array.IndexOf(Codes, code) is >= 0 and var index ? Responses[index] : null;
}
