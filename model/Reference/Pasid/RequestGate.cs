using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>What becomes of an access: what the device sends, what the IOMMU lets pass, what the page allows.</summary>
public static class RequestGate
{
    /// <summary>Whether the function sends what it is told to send: the physical function's bits rule all.</summary>
    /// <param name="state">The state.</param>
    /// <param name="dma">The access.</param>
    /// <returns>True if it does.</returns>
    public static bool MaySend(PlatformState state, PasidOperation.Dma dma)
    {
        if (dma.Pasid is not { } pasid) return true;
        var control = state.PhysicalControl;
        return (control & 1) != 0 && pasid.Value >> state.PhysicalWidth == 0
            && (dma.Kind != DmaKind.Execute || (control & 2) != 0) && (!dma.Privileged || (control & 4) != 0);
    }

    /// <summary>What an access wants of a page.</summary>
    /// <param name="kind">The access.</param>
    /// <returns>What it wants.</returns>
    public static Access WantedBy(DmaKind kind) => kind switch
    {
        DmaKind.Read => Access.Read,
        DmaKind.Write => Access.Write,
        DmaKind.Atomic => Access.ReadWrite,
        _ => Access.Read | Access.Execute,
    };

    /// <summary>Whether the entry of a PASID says if it takes privileged requests.</summary>
    /// <param name="unit">The IOMMU.</param>
    /// <returns>True if it does.</returns>
    public static bool HasEntryBit(PasidUnit unit) => unit is PasidUnit.Vtd or PasidUnit.Riscv;

    /// <summary>What becomes of an access that is sent, with one setting and one binding.</summary>
    /// <param name="state">The state.</param>
    /// <param name="dma">The access.</param>
    /// <param name="function">The function whose tables are used.</param>
    /// <param name="control">The control bits that are in use.</param>
    /// <param name="binding">What is in use for the PASID.</param>
    /// <returns>The reason for which it is blocked; or null, and where it lands if a page allows it.</returns>
    public static (BlockReason? Blocked, AllowedTranslations Page) Pass(
        PlatformState state, PasidOperation.Dma dma, FunctionState function, uint control, Binding? binding)
    {
        var (rules, unit) = (state.Rules, state.Configuration.Unit);
        var (wanted, privileged) = (rules.Wanted(dma.Kind), dma.Privileged);
        // 1. A function that nobody has reaches nothing.
        if (!function.IsAssigned && !rules.KeepsWhenTaken) return (BlockReason.NothingAttached, default);
        if (dma.Pasid is { } pasid)
        {
            // 2. PASIDs at all: only what the guest has a capability for, has enabled, and was told the width of.
            if (function.PasidAt is null || (control & 1) == 0) return (BlockReason.PasidsOff, default);
            if (rules.IsTooWide(pasid.Value, (int)(function.PasidCapability >> 8 & 0x1f)))
                return (BlockReason.PasidTooWide, default);
        }
        else if (rules.NeedsPasids && (control & 1) == 0 && function.PasidAt is not null)
        {
            return (BlockReason.PasidsOff, default);
        }

        // 3. The entry of the PASID.
        if (binding is null) return (BlockReason.NothingAttached, default);
        // 4. Execute and privileged requests: VT-d refuses them, SMMUv3 takes the attribute away, the others cannot.
        if (dma.Kind == DmaKind.Execute && (control & 2) == 0)
        {
            if (unit == PasidUnit.Vtd) return (BlockReason.ExecuteOff, default);
            if (unit == PasidUnit.Smmuv3) wanted = Access.Read;
        }

        if (privileged && (control & 4) == 0)
        {
            if (unit == PasidUnit.Vtd) return (BlockReason.PrivilegeOff, default);
            if (unit == PasidUnit.Smmuv3) privileged = false;
        }

        // 5. The guest's own entry: SRE in VT-d, ENS in RISC-V.
        if (privileged && !binding.TakesPrivileged && HasEntryBit(unit) && rules.HeedsEntry)
            return (BlockReason.PrivilegeOff, default);
        // 6. The page.
        return (null, state.Spaces.Allowed(new TranslationRequest(
            SpaceTranslation.Context(function.Id, binding.Space), dma.Pasid, dma.At, wanted, privileged)));
    }
}
