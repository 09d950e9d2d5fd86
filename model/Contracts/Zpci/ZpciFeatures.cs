namespace IoSpec.Contracts.Zpci;

/// <summary>What a function has, and what can be driven and seen of it.</summary>
[Flags]
public enum ZpciFeatures
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It is an ISM device: commands and moves.</summary>
    Ism = 1,

    /// <summary>It takes block stores of any alignment and length.</summary>
    Relaxed = 2,

    /// <summary>The guest's kernel copies to it.</summary>
    GuestKernel = 4,

    /// <summary>It is seen by which instruction an access came.</summary>
    Kinds = 8,

    /// <summary>It is seen whether an access came around those who watch the table of interrupts.</summary>
    Routes = 16,

    /// <summary>Its BARs have more than 40 bits of offset.</summary>
    LargeBars = 32,

    /// <summary>A store can find it busy.</summary>
    Busy = 64,

    /// <summary>It sends messages of its vectors, and the bits that they set are seen.</summary>
    Interrupts = 128,
}
