namespace IoSpec.Reference.Pasids;

/// <summary>What has happened to the registers of a function, as far as blame depends on it.</summary>
public sealed class ConfigHistory
{
    /// <summary>Whether the control bits were written since the function was reset or assigned.</summary>
    public bool ControlWritten { get; set; }

    /// <summary>How many bytes the last write to them had.</summary>
    public int ControlWidth { get; set; } = 2;

    /// <summary>The control bits that were ever written as ones.</summary>
    public uint ControlOnes { get; set; }

    /// <summary>Whether another guest wrote its control bits since this one wrote.</summary>
    public bool OtherWrote { get; set; }

    /// <summary>Whether any guest wrote its control bits or page requests since the host wrote its own.</summary>
    public bool GuestWrote { get; set; }

    /// <summary>The places of emulated registers that the guest wrote.</summary>
    public SortedSet<int> Emulated { get; } = [];

    /// <summary>The control bits are as at the start.</summary>
    public void Reset() => (ControlWritten, ControlWidth, ControlOnes, OtherWrote) = (false, 2, 0, false);
}
