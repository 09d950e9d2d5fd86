namespace IoSpec.Reference.Walk.Smmuv3;

/// <summary>Event numbers.</summary>
/// <remarks>Source: SMMUv3 7.3.</remarks>
internal static class SmmuCode
{
    public const int BadStreamId = 0x02;
    public const int StreamUnreadable = 0x03;
    public const int BadStream = 0x04;
    public const int StreamDisabled = 0x06;
    public const int BadSubstreamId = 0x08;
    public const int ContextUnreadable = 0x09;
    public const int BadContext = 0x0a;
    public const int WalkAborted = 0x0b;
    public const int Translation = 0x10;
    public const int AddressSize = 0x11;
    public const int Access = 0x12;
    public const int Permission = 0x13;

    /// <summary>Events that say which address was accessed, how, and at which stage it failed.</summary>
    public static bool HasAddress(int code) => code is >= WalkAborted and <= Permission;
}
