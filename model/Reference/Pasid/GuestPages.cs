namespace IoSpec.Reference.Pasids;

/// <summary>The page request capability that a guest sees: its own state, over the interface of the device.</summary>
public sealed class GuestPages
{
    /// <summary>Whether the guest has enabled them.</summary>
    public bool IsEnabled { get; set; }

    /// <summary>The status bit of a failure that the guest has sent.</summary>
    public bool Failed { get; set; }

    /// <summary>The status bit of a response to no group.</summary>
    public bool Unexpected { get; set; }

    /// <summary>How many requests the guest is allotted.</summary>
    public uint Allocation { get; set; }

    /// <summary>How many it can have got at most, if others got less than they might.</summary>
    public uint Most { get; set; }

    /// <summary>Whether it asked for more than there was, so that it may have got still less.</summary>
    public bool WasCut { get; set; }

    /// <summary>Everything is off.</summary>
    public void Reset() =>
        (IsEnabled, Failed, Unexpected, Allocation, Most, WasCut) = (false, false, false, 0, 0, false);
}
