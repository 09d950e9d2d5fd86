using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Riscv;

/// <summary>The causes of fault records.</summary>
/// <remarks>Source: RISC-V IOMMU, fault record CAUSE field encodings.</remarks>
internal static class RiscvCode
{
    public const int AllDisallowed = 256;
    public const int DeviceUnreadable = 257;
    public const int DeviceAbsent = 258;
    public const int DeviceMisconfigured = 259;
    public const int TypeDisallowed = 260;
    public const int MsiUnreadable = 261;
    public const int MsiAbsent = 262;
    public const int MsiMisconfigured = 263;
    public const int ProcessUnreadable = 265;
    public const int ProcessAbsent = 266;
    public const int ProcessMisconfigured = 267;
    public const int DeviceCorrupt = 268;
    public const int InternalError = 272;
    public const int MessageUnwritable = 273;

    /// <summary>An access fault: 1 for a fetch, 5 for a read, 7 for a write.</summary>
    public static int Access(DmaKind kind) => Of(kind, 1, 5, 7);

    /// <summary>A page fault: 12 for a fetch, 13 for a read, 15 for a write.</summary>
    public static int Page(DmaKind kind) => Of(kind, 12, 13, 15);

    /// <summary>A guest-page fault: 20 for a fetch, 21 for a read, 23 for a write.</summary>
    public static int GuestPage(DmaKind kind) => Of(kind, 20, 21, 23);

    /// <summary>Whether a record has a guest address.</summary>
    public static bool IsGuestPage(int code) => code is 20 or 21 or 23;

    private static int Of(DmaKind kind, int fetch, int read, int write) => kind switch
    {
        DmaKind.Execute => fetch,
        DmaKind.Read => read,
        _ => write,
    };
}
