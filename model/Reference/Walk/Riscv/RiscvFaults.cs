using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Riscv;

/// <summary>The faults of a walk, with what their records say.</summary>
internal static class RiscvFaults
{
    /// <summary>An access to second-stage tables for the request itself.</summary>
    public const int Explicit = 0;

    /// <summary>One to read an entry of a directory or of first-stage tables (iotval2 bit 0).</summary>
    public const int Implicit = 1;

    /// <summary>One to mark such an entry (iotval2 bits 1 and 0).</summary>
    public const int ImplicitWrite = 3;

    public static WalkResult Of(WalkCause cause, int code) =>
        WalkResult.Of(new WalkFault(cause, [code], Logging.Must));

    /// <summary>A guest-page fault: the record has the guest address and what it was for.</summary>
    public static WalkResult GuestPage(WalkCause cause, DmaKind kind, Gpa at, int access) =>
        WalkResult.Of(new WalkFault(cause, [RiscvCode.GuestPage(kind)], Logging.Must)
        {
            Second = at,
            Class = access,
        });
}
