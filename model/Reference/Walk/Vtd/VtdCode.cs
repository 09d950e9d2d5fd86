namespace IoSpec.Reference.Walk.Vtd;

/// <summary>Fault reasons.</summary>
/// <remarks>Source: VT-d, fault reason encodings; Linux drivers/iommu/intel/dmar.c.</remarks>
internal static class VtdCode
{
    public const int RootAbsent = 0x1;
    public const int ContextAbsent = 0x2;
    public const int ContextInvalid = 0x3;
    public const int BeyondWidth = 0x4;
    public const int NoWrite = 0x5;
    public const int NoRead = 0x6;
    public const int TableUnreadable = 0x7;
    public const int RootUnreadable = 0x8;
    public const int ContextUnreadable = 0x9;
    public const int RootReserved = 0xa;
    public const int ContextReserved = 0xb;
    public const int EntryReserved = 0xc;
    public const int NotTranslating = 0xd;
    public const int InterruptAddress = 0xe;
    public const int RequestReserved = 0x20;
    public const int IndexBeyondTable = 0x21;
    public const int InterruptAbsent = 0x22;
    public const int InterruptUnreadable = 0x23;
    public const int InterruptReserved = 0x24;
    public const int CompatibleBlocked = 0x25;
    public const int OriginBlocked = 0x26;
    public const int TablesMode = 0x30;
    public const int PasidInLegacyMode = 0x31;
    public const int ScalableRootUnreadable = 0x38;
    public const int ScalableRootAbsent = 0x39;
    public const int ScalableRootReserved = 0x3a;
    public const int ScalableContextUnreadable = 0x40;
    public const int ScalableContextAbsent = 0x41;
    public const int ScalableContextReserved = 0x42;
    public const int ScalableContextInvalid = 0x43;
    public const int TranslationRequestBlocked = 0x44;
    public const int PasidBlocked = 0x45;
    public const int PasidTooWide = 0x46;
    public const int RequestPasidTooWide = 0x48;
    public const int DirectoryUnreadable = 0x50;
    public const int DirectoryAbsent = 0x51;
    public const int DirectoryReserved = 0x52;
    public const int PasidUnreadable = 0x58;
    public const int PasidAbsent = 0x59;
    public const int PasidReserved = 0x5a;
    public const int PasidInvalid = 0x5b;
    public const int ExecuteBlocked = 0x5c;
    public const int SupervisorBlocked = 0x5d;
    public const int FirstUnreadable = 0x70;
    public const int FirstAbsent = 0x71;
    public const int FirstReserved = 0x72;
    public const int FirstTopUnreadable = 0x73;
    public const int SecondUnreadable = 0x78;
    public const int SecondAbsent = 0x79;
    public const int SecondReserved = 0x7a;
    public const int SecondTopUnreadable = 0x7b;
    public const int NotCanonical = 0x80;
    public const int UserBlocked = 0x81;
    public const int ExecuteDisabled = 0x82;
    public const int BeyondHost = 0x83;
    public const int BeyondSecondWidth = 0x84;
    public const int ScalableNoWrite = 0x85;
    public const int ScalableNoRead = 0x86;
    public const int ScalableInterruptAddress = 0x87;

    /// <summary>Whether a code is about an interrupt message.</summary>
    public static bool IsOfInterrupt(int code) => code is >= 0x20 and <= 0x2f;

    /// <summary>Whether a record with a code names the entry of an interrupt.</summary>
    public static bool HasIndex(int code) =>
        code is InterruptAbsent or InterruptUnreadable or InterruptReserved or OriginBlocked;
}
