using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Ioat;

/// <summary>What an instruction covers.</summary>
/// <remarks>Source: Linux drivers/iommu/s390-iommu.c; QEMU hw/s390x/s390-pci-inst.c.</remarks>
public abstract record ZpciScope : WalkScope
{
    private ZpciScope()
    {
    }

    /// <summary>All of a function (MPCIFC for tables).</summary>
    /// <param name="Requester">The function.</param>
    public sealed record Function(RequesterId Requester) : ZpciScope;

    /// <summary>All entries on the way of some addresses of a function (RPCIT).</summary>
    /// <param name="Requester">The function.</param>
    /// <param name="Range">The addresses.</param>
    public sealed record Pages(RequesterId Requester, IovaRange Range) : ZpciScope;
}
