using IoSpec.Contracts;

namespace IoSpec.Reference.Iommu;

/// <summary>One version of the rights that a table entry above the leaves leaves to all below it.</summary>
/// <param name="Range">The input addresses for which the version counts.</param>
/// <param name="Span">The span of the entry.</param>
/// <param name="Allowed">The rights.</param>
public readonly record struct TableRights(IovaRange Range, PageSize Span, Access Allowed)
{
    /// <summary>The step at which the version was superseded.</summary>
    public int Died { get; init; }
}
