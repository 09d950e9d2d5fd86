namespace IoSpec.Contracts.Zpci;

/// <summary>What the logical processor for PCI responds with, and the service-call processor.</summary>
public static class ResponseCode
{
    /// <summary>Done.</summary>
    public const int Done = 0x10;

    /// <summary>No such command.</summary>
    public const int Command = 0x20;

    /// <summary>No such format.</summary>
    public const int Format = 0x40;

    /// <summary>A wrong length.</summary>
    public const int Length = 0x50;

    /// <summary>A reserved bit is set.</summary>
    public const int Reserved = 0x70;

    /// <summary>No such handle.</summary>
    public const int Handle = 0x101;

    /// <summary>Not with this handle.</summary>
    public const int Operation = 0x102;

    /// <summary>A wrong number of DMA address spaces.</summary>
    public const int Spaces = 0x103;

    /// <summary>Too few resources.</summary>
    public const int Resources = 0x104;

    /// <summary>It is so already.</summary>
    public const int Already = 0x105;

    /// <summary>No list was left off there.</summary>
    public const int Token = 0x10a;

    /// <summary>No such group.</summary>
    public const int Group = 0x10b;

    /// <summary>The service-call processor: configured, or deconfigured.</summary>
    public const int Configured = 0x20;

    /// <summary>The service-call processor: it was so before.</summary>
    public const int NothingToDo = 0x120;
}
