using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Riscv;

/// <summary>Which settings of a device context are possible.</summary>
/// <remarks>Source: RISC-V IOMMU, device-context configuration checks; the numbers are those of its list.</remarks>
internal static class DeviceContextLaw
{
    /// <summary>Whether a valid device context is misconfigured, for sure.</summary>
    public static bool IsMisconfigured(RiscvUnit unit, in DeviceContext context) =>
        IsReserved(unit, context) || IsAtsWrong(unit, context) || IsFirstWrong(unit, context)
        || IsSecondWrong(unit, context) || IsOrderWrong(unit, context);

    /// <summary>
    /// Whether units may differ: 32 bits where fctl.GXL is 0 need that GXL can be written; MSIs without a second stage
    /// need not be refused; a pointer beyond memory may be refused here or when it is used; a page beyond the width of
    /// guest addresses may be refused or not; QoS ids may be too wide; fctl.BE may be read-only.
    /// </summary>
    public static bool IsOpen(RiscvUnit unit, in DeviceContext context) =>
        (context.SXL && !unit.Guest32)
        || (DeviceContext.Mode(context.Iohgatp) == 0 && DeviceContext.Mode(context.Msiptp) != 0)
        || IsBeyondMemory(unit, context.Iohgatp) || IsBeyondMemory(unit, context.Fsc)
        || IsBeyondMemory(unit, context.Msiptp) || context.SBE != unit.BigEndian || IsBeyondGuest(unit, context)
        || (unit.QualityOfService && context.Ta.Field(63, 40) != 0);

    /// <summary>The bits of a field such as iosatp that are reserved.</summary>
    public static bool IsPointerReserved(Word field) => field.Field(59, 44) != 0;

    /// <summary>Whether the unit has the first-stage mode of a context.</summary>
    public static bool HasFirst(RiscvUnit unit, Word fsc, bool is32) =>
        DeviceContext.Mode(fsc) is var mode && (mode == 0 || unit.FirstStage(mode, is32) is not null);

    private static bool IsBeyondMemory(RiscvUnit unit, Word field) =>
        DeviceContext.Mode(field) != 0 && unit.MemoryWidth < 56
        && field.Field(43, unit.MemoryWidth - Page.Shift) != 0;

    private static bool IsBeyondGuest(RiscvUnit unit, in DeviceContext context) =>
        context.IsExtended && ((context.MsiMask.Value | context.MsiPattern.Value)
            >> (unit.MsiGuestWidth - Page.Shift)) != 0;

    // 1. Bits and encodings that are reserved.
    private static bool IsReserved(RiscvUnit unit, in DeviceContext context) =>
        context.Tc.Field(23, 12) != 0 || context.Tc.Field(63, 32) != 0
        || context.Ta.Field(11, 0) != 0 || context.Ta.Field(39, 32) != 0
        || (!unit.QualityOfService && context.Ta.Field(63, 40) != 0)
        || IsPointerReserved(context.Fsc)
        || (context.IsExtended && IsMsiReserved(unit, context));

    private static bool IsMsiReserved(RiscvUnit unit, in DeviceContext context) =>
        IsPointerReserved(context.Msiptp) || context.Last != default
        || context.MsiMask.Field(63, 52) != 0 || context.MsiPattern.Field(63, 52) != 0;

    // 2. to 7. What devices may ask for.
    private static bool IsAtsWrong(RiscvUnit unit, in DeviceContext context) =>
        (!unit.Ats && (context.EN_ATS || context.EN_PRI || context.PRPR))
        || (!context.EN_ATS && (context.T2GPA || context.EN_PRI))
        || (!context.EN_PRI && context.PRPR)
        || (context.T2GPA && (!unit.GuestTranslations || DeviceContext.Mode(context.Iohgatp) == 0));

    // 8. to 12. The first stage, or the process directory.
    private static bool IsFirstWrong(RiscvUnit unit, in DeviceContext context)
    {
        var mode = DeviceContext.Mode(context.Fsc);
        return context.PDTV
            ? mode != 0 && unit.ProcessLevels(mode) == 0
            : context.DPE || !HasFirst(unit, context.Fsc, context.SXL);
    }

    // 13. to 17. The second stage, whose top table has 16 KiB, and the MSI page table.
    private static bool IsSecondWrong(RiscvUnit unit, in DeviceContext context)
    {
        var mode = DeviceContext.Mode(context.Iohgatp);
        return (mode != 0 && (unit.SecondStage(mode) is null || context.Iohgatp.Field(1, 0) != 0))
            || DeviceContext.Mode(context.Msiptp) > 1;
    }

    // 18. to 21. Marks, byte order, 32 bits.
    private static bool IsOrderWrong(RiscvUnit unit, in DeviceContext context) =>
        (!unit.Marks && (context.SADE || context.GADE))
        || (!unit.AnyEndian && context.SBE != unit.BigEndian)
        || (unit.Guest32 && !context.SXL);
}
