using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Riscv;

/// <summary>What a command covers.</summary>
/// <remarks>Source: RISC-V IOMMU, IOTINVAL and IODIR.</remarks>
public abstract record RiscvScope : WalkScope
{
    private RiscvScope()
    {
    }

    /// <summary>First-stage translations (IOTINVAL.VMA).</summary>
    /// <param name="Tag">The host or the virtual machine.</param>
    /// <param name="Space">The address space in it (PSCID); null for all, with what is global.</param>
    /// <param name="Pages">The pages; null for all, at every level.</param>
    /// <param name="NonLeaves">Whether entries above the leaves of the pages are covered too (NL).</param>
    public sealed record First(uint Tag, uint? Space, IovaRange? Pages, bool NonLeaves) : RiscvScope;

    /// <summary>Second-stage translations (IOTINVAL.GVMA).</summary>
    /// <param name="Tag">The virtual machine; null for all.</param>
    /// <param name="Pages">The pages of guest addresses; null for all, at every level.</param>
    /// <param name="NonLeaves">Whether entries above the leaves of the pages are covered too (NL).</param>
    public sealed record Second(uint? Tag, IovaRange? Pages, bool NonLeaves) : RiscvScope;

    /// <summary>Device contexts and what is below them (IODIR.INVAL_DDT).</summary>
    /// <param name="Device">The device; null for all, with the entries that lead there.</param>
    public sealed record Devices(RequesterId? Device) : RiscvScope;

    /// <summary>A process context (IODIR.INVAL_PDT).</summary>
    /// <param name="Device">The device.</param>
    /// <param name="Process">The process.</param>
    public sealed record OneProcess(RequesterId Device, Pasid Process) : RiscvScope;
}
