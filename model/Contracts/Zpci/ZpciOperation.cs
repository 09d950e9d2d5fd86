namespace IoSpec.Contracts.Zpci;

/// <summary>One thing that a guest does to a function, or that happens to it.</summary>
public abstract record ZpciOperation : Operation
{
    private ZpciOperation()
    {
    }

    /// <summary>CLP set function: the function becomes enabled.</summary>
    public sealed record Enable : ZpciOperation;

    /// <summary>CLP set function: the function becomes disabled.</summary>
    public sealed record Disable : ZpciOperation;

    /// <summary>The function meets an error.</summary>
    public sealed record Fail : ZpciOperation;

    /// <summary>MPCIFC 9: loads and stores are let through again.</summary>
    public sealed record ResetBlock : ZpciOperation;

    /// <summary>MPCIFC 7: the function leaves the error.</summary>
    public sealed record ResetError : ZpciOperation;

    /// <summary>STPCIFC: the state of the function is stored.</summary>
    public sealed record StoreControls : ZpciOperation;

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
