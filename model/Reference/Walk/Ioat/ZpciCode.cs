namespace IoSpec.Reference.Walk.Ioat;

/// <summary>The codes of events of errors (PEC).</summary>
/// <remarks>Source: QEMU hw/s390x/s390-pci-bus.h.</remarks>
internal static class ZpciCode
{
    public const int NoTables = 1;
    public const int OutOfRange = 2;
    public const int Protection = 4;
    public const int InvalidEntry = 7;
    public const int LengthOrOffset = 8;
    public const int TableType = 9;
}
