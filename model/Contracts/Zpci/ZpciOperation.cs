namespace IoSpec.Contracts.Zpci;

/// <summary>One thing that a guest does to a function, or that happens to it.</summary>
public abstract record ZpciOperation : Operation
{
    private ZpciOperation()
    {
    }

    /// <summary>CLP set function: the function becomes enabled.</summary>
    /// <param name="Handle">The handle.</param>
    /// <param name="Spaces">How many DMA address spaces it is to have; there is one.</param>
    public sealed record Enable(HandleChoice Handle, int Spaces) : ZpciOperation;

    /// <summary>CLP set function: the function becomes disabled.</summary>
    /// <param name="Handle">The handle.</param>
    public sealed record Disable(HandleChoice Handle) : ZpciOperation;

    /// <summary>SCLP: the function becomes configured.</summary>
    public sealed record Configure : ZpciOperation;

    /// <summary>SCLP: the function goes to standby.</summary>
    public sealed record Deconfigure : ZpciOperation;

    /// <summary>CLP list.</summary>
    public sealed record List : ZpciOperation;

    /// <summary>CLP query function.</summary>
    /// <param name="Handle">The handle.</param>
    public sealed record Query(HandleChoice Handle) : ZpciOperation;

    /// <summary>CLP query group.</summary>
    /// <param name="IsKnown">Whether it is the function's; otherwise there is no such group.</param>
    public sealed record QueryGroup(bool IsKnown) : ZpciOperation;

    /// <summary>CLP with something wrong.</summary>
    /// <param name="Defect">What is wrong.</param>
    public sealed record BadRequest(RequestDefect Defect) : ZpciOperation;

    /// <summary>The function meets an error.</summary>
    public sealed record Fail : ZpciOperation;

    /// <summary>MPCIFC 9: loads and stores are let through again.</summary>
    public sealed record ResetBlock : ZpciOperation;

    /// <summary>MPCIFC 7: the function leaves the error.</summary>
    public sealed record ResetError : ZpciOperation;

    /// <summary>STPCIFC: the state of the function is stored.</summary>
    /// <param name="Handle">The handle.</param>
    /// <param name="DmaSpace">The DMA address space; there is only 0.</param>
    /// <param name="IsUnaligned">Whether the place for it is no multiple of 8.</param>
    public sealed record StoreControls(HandleChoice Handle, int DmaSpace, bool IsUnaligned) : ZpciOperation;

    /// <summary>MPCIFC: something is registered with the function.</summary>
    /// <param name="Handle">The handle.</param>
    /// <param name="Control">What is asked for.</param>
    /// <param name="DmaSpace">The DMA address space; there is only 0.</param>
    /// <param name="Fib">What is the matter with the block that says more.</param>
    /// <param name="Interrupts">What it says of interrupts; null for <see cref="InterruptPlace.First"/>.</param>
    public sealed record Modify(
        HandleChoice Handle, FunctionControl Control, int DmaSpace, FibShape Fib, InterruptPlace? Interrupts = null)
        : ZpciOperation;

    /// <summary>The device sends the message of one of its vectors.</summary>
    /// <param name="Vector">Which one, from 0: of those it has, and of those that are registered, if any are.</param>
    public sealed record Signal(int Vector) : ZpciOperation;

    /// <summary>The guest looks which bits messages have set, and clears them.</summary>
    public sealed record TakeInterrupts : ZpciOperation;

    /// <summary>RPCIT.</summary>
    /// <param name="Handle">The handle.</param>
    /// <param name="Range">Which addresses.</param>
    public sealed record Refresh(HandleChoice Handle, RefreshRange Range) : ZpciOperation;

    /// <summary>An instruction with a pair of registers that starts with an odd one.</summary>
    /// <param name="Instruction">The instruction.</param>
    public sealed record OddPair(PairInstruction Instruction) : ZpciOperation;

    /// <summary>An instruction that names an address space which the function does not have.</summary>
    /// <param name="Kind">The instruction, by handle.</param>
    /// <param name="IsBar">Whether it could be a BAR: 1, 3, 4 or 5; otherwise it is 6 to 14.</param>
    /// <param name="Space">The address space.</param>
    public sealed record Elsewhere(AccessKind Kind, bool IsBar, int Space) : ZpciOperation;

    /// <summary>PCISTB.</summary>
    /// <param name="Handle">The handle.</param>
    /// <param name="Space">The address space.</param>
    /// <param name="At">The offset.</param>
    /// <param name="Data">Where the bytes are.</param>
    /// <param name="Length">How many.</param>
    /// <param name="IsMio">Whether by mapped address.</param>
    public sealed record BlockStore(
        HandleChoice Handle, int Space, BarOffset At, Gpa Data, ByteCount Length, bool IsMio) : ZpciOperation;

    /// <summary>PCISTG.</summary>
    /// <param name="Handle">The handle.</param>
    /// <param name="Space">The address space.</param>
    /// <param name="At">The offset.</param>
    /// <param name="Data">Where the register was filled from.</param>
    /// <param name="Length">How many bytes.</param>
    public sealed record Store(
        HandleChoice Handle, int Space, BarOffset At, Gpa Data, ByteCount Length) : ZpciOperation;

    /// <summary>PCILG.</summary>
    /// <param name="Handle">The handle.</param>
    /// <param name="Space">The address space.</param>
    /// <param name="At">The offset.</param>
    /// <param name="Length">How many bytes.</param>
    public sealed record Load(HandleChoice Handle, int Space, BarOffset At, ByteCount Length) : ZpciOperation;

    /// <summary>The guest's driver gives an ISM device a command.</summary>
    /// <param name="Data">Where the command is.</param>
    /// <param name="Body">How many bytes follow its header.</param>
    /// <param name="BusyAt">The store that finds the device busy once, from 1; 0 for none.</param>
    /// <param name="FailAt">The store that fails, from 1; 0 for none.</param>
    public sealed record Command(Gpa Data, ByteCount Body, int BusyAt, int FailAt) : ZpciOperation;

    /// <summary>The guest's driver moves data to an ISM device.</summary>
    /// <param name="At">The buffer and the place in it.</param>
    /// <param name="Data">Where the bytes are.</param>
    /// <param name="Length">How many.</param>
    /// <param name="Signals">Whether the receiver is told.</param>
    /// <param name="BusyAt">The store that finds the device busy once, from 1; 0 for none.</param>
    /// <param name="FailAt">The store that fails, from 1; 0 for none.</param>
    public sealed record Move(
        BarOffset At, Gpa Data, ByteCount Length, bool Signals, int BusyAt, int FailAt) : ZpciOperation;

    /// <summary>The guest's kernel copies memory to BAR 0.</summary>
    /// <param name="At">The offset.</param>
    /// <param name="Data">Where the bytes are.</param>
    /// <param name="Length">How many.</param>
    public sealed record Copy(BarOffset At, Gpa Data, ByteCount Length) : ZpciOperation;
}
