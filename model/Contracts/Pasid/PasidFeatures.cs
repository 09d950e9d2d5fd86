namespace IoSpec.Contracts.Pasids;

/// <summary>What the harness can drive and see of a device besides the registers of its hardware.</summary>
[Flags]
public enum PasidFeatures
{
    /// <summary>Nothing more.</summary>
    None = 0,

    /// <summary>Functions are assigned to guests.</summary>
    Assign = 1,

    /// <summary>Functions send requests.</summary>
    Requests = 2,

    /// <summary>Functions send page requests.</summary>
    PageRequests = 4,

    /// <summary>Functions are reset.</summary>
    Reset = 8,

    /// <summary>Registers that have a meaning beyond their bits are written, those that make functions included.</summary>
    Writes = 16,

    /// <summary>Everything.</summary>
    All = Assign | Requests | PageRequests | Reset | Writes,
}
