namespace IoSpec.Reference.Walk.Amdvi;

/// <summary>The codes of events.</summary>
/// <remarks>Source: AMD-Vi 2.5.</remarks>
internal static class AmdviCode
{
    public const int IllegalDevice = 1;
    public const int PageFault = 2;
    public const int DeviceTableUnreadable = 3;
    public const int TableUnreadable = 4;
    public const int InvalidRequest = 8;
}
