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

    /// <summary>Registers are written of which more is to be expected than that they keep bits.</summary>
    Writes = 16,

    /// <summary>The registers, and what they let a function send, are the implementation's.</summary>
    Registers = 32,

    /// <summary>It is told why a request was blocked.</summary>
    Reasons = 64,

    /// <summary>Everything.</summary>
    All = Assign | Requests | PageRequests | Reset | Writes | Registers | Reasons,
}
