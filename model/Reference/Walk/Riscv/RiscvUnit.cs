using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Riscv;

/// <summary>What the registers capabilities and fctl say, by the names that the specification gives the fields.</summary>
/// <param name="unit">The registers.</param>
public readonly struct RiscvUnit(WalkUnit.Riscv unit)
{
    private Word Capabilities => unit.Capabilities;

    /// <summary>Whether PTE bits 60:59 are for software (Svrsw60t59b).</summary>
    public bool SoftwareBits => Capabilities.Has(14);

    /// <summary>Whether entries can name a memory type (Svpbmt).</summary>
    public bool MemoryTypes => Capabilities.Has(15);

    /// <summary>Whether a device context has the extended format of 64 bytes (MSI_FLAT).</summary>
    public bool MsiFlat => Capabilities.Has(22);

    /// <summary>Whether MSIs can be stored to a file in memory (MSI_MRIF).</summary>
    public bool MsiMrif => Capabilities.Has(23);

    /// <summary>Whether the unit can mark entries as used and changed (AMO_HWAD).</summary>
    public bool Marks => Capabilities.Has(24);

    /// <summary>Whether devices can ask for translations (ATS).</summary>
    public bool Ats => Capabilities.Has(25);

    /// <summary>Whether devices can be given guest addresses (T2GPA).</summary>
    public bool GuestTranslations => Capabilities.Has(26);

    /// <summary>Whether a device context can choose another byte order (END).</summary>
    public bool AnyEndian => Capabilities.Has(27);

    /// <summary>The width of an address of memory, in bits (PAS).</summary>
    public int MemoryWidth => (int)Capabilities.Field(37, 32);

    /// <summary>Whether contexts name identifiers for quality of service (QOSID).</summary>
    public bool QualityOfService => Capabilities.Has(41);

    /// <summary>Whether an invalidation can cover entries above the leaves of an address (NL).</summary>
    public bool NonLeaf => Capabilities.Has(42);

    /// <summary>Whether an invalidation can cover a range (S).</summary>
    public bool Ranges => Capabilities.Has(43);

    /// <summary>The width of the widest process id that tables can have, in bits (PD8, PD17, PD20).</summary>
    public int ProcessBits => Capabilities.Has(40) ? 20 : Capabilities.Has(39) ? 17 : Capabilities.Has(38) ? 8 : 0;

    /// <summary>Whether contexts are big-endian (fctl.BE).</summary>
    public bool BigEndian => unit.FeaturesControl.Has(0);

    /// <summary>Whether interrupts are wires (fctl.WSI).</summary>
    public bool WiredInterrupts => unit.FeaturesControl.Has(1);

    /// <summary>Whether guest addresses have the schemes of 32 bits (fctl.GXL).</summary>
    public bool Guest32 => unit.FeaturesControl.Has(2);

    /// <summary>Whether there is a scheme of 32 bits at all (Sv32).</summary>
    public bool Sv32 => Capabilities.Has(8);

    /// <summary>The width of a guest address as far as MSIs are recognised, in bits (MGPAW).</summary>
    public int MsiGuestWidth => Capabilities.Has(19) ? 59
        : Capabilities.Has(18) ? 50
        : Capabilities.Has(17) ? 41
        : Capabilities.Has(16) ? 34
        : Math.Max(MemoryWidth, 12);

    /// <summary>The scheme that MODE of iosatp names; null if there is none.</summary>
    /// <param name="mode">The field, not 0 (Bare).</param>
    /// <param name="is32">Whether schemes are those of 32 bits (SXL).</param>
    /// <returns>The scheme.</returns>
    public RiscvScheme? FirstStage(ulong mode, bool is32) => (mode, is32) switch
    {
        (8, true) when Sv32 => RiscvScheme.Sv32,
        (8, false) when Capabilities.Has(9) => RiscvScheme.Sv39,
        (9, false) when Capabilities.Has(10) => RiscvScheme.Sv48,
        (10, false) when Capabilities.Has(11) => RiscvScheme.Sv57,
        _ => null,
    };

    /// <summary>The scheme that MODE of iohgatp names; null if there is none.</summary>
    /// <param name="mode">The field, not 0 (Bare).</param>
    /// <returns>The scheme.</returns>
    public RiscvScheme? SecondStage(ulong mode) => (mode, Guest32) switch
    {
        (8, true) when Capabilities.Has(16) => RiscvScheme.Sv32x4,
        (8, false) when Capabilities.Has(17) => RiscvScheme.Sv39x4,
        (9, false) when Capabilities.Has(18) => RiscvScheme.Sv48x4,
        (10, false) when Capabilities.Has(19) => RiscvScheme.Sv57x4,
        _ => null,
    };

    /// <summary>The levels of the process directory that MODE of pdtp names; 0 if there is none.</summary>
    /// <param name="mode">The field, not 0 (Bare).</param>
    /// <returns>The levels.</returns>
    public int ProcessLevels(ulong mode) => mode is >= 1 and <= 3 && Capabilities.Has(37 + (int)mode) ? (int)mode : 0;
}
