using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Vtd;

/// <summary>What a descriptor of the invalidation queue covers.</summary>
/// <remarks>Source: VT-d 6.5.</remarks>
public abstract record VtdScope : WalkScope
{
    private VtdScope()
    {
    }

    /// <summary>All context entries.</summary>
    public sealed record AllContexts : VtdScope;

    /// <summary>The context entries of a domain.</summary>
    /// <param name="Domain">The domain id.</param>
    public sealed record ContextsOfDomain(uint Domain) : VtdScope;

    /// <summary>The context entries of one requester, or of several functions of its device.</summary>
    /// <param name="Domain">The domain id under which they are cached.</param>
    /// <param name="Requester">The requester.</param>
    /// <param name="FunctionMask">The bits of its id that do not count.</param>
    public sealed record ContextsOfRequester(uint Domain, RequesterId Requester, uint FunctionMask) : VtdScope;

    /// <summary>All translations.</summary>
    public sealed record AllTranslations : VtdScope;

    /// <summary>The translations of a domain.</summary>
    /// <param name="Domain">The domain id.</param>
    public sealed record TranslationsOfDomain(uint Domain) : VtdScope;

    /// <summary>The translations of pages of a domain.</summary>
    /// <param name="Domain">The domain id.</param>
    /// <param name="Pages">The pages.</param>
    /// <param name="LeavesOnly">Whether entries above the leaves may stay (IH).</param>
    public sealed record TranslationsOfPages(uint Domain, IovaRange Pages, bool LeavesOnly) : VtdScope;

    /// <summary>The first-stage translations of a PASID of a domain, or of some of its pages.</summary>
    /// <param name="Domain">The domain id.</param>
    /// <param name="Pasid">The PASID.</param>
    /// <param name="Pages">The pages; null for all.</param>
    /// <param name="LeavesOnly">Whether entries above the leaves may stay (IH).</param>
    public sealed record TranslationsOfPasid(uint Domain, uint Pasid, IovaRange? Pages, bool LeavesOnly) : VtdScope;

    /// <summary>Entries of interrupts.</summary>
    /// <param name="First">The first index; null for all.</param>
    /// <param name="Mask">The bits of an index that do not count.</param>
    public sealed record InterruptEntries(uint? First, uint Mask) : VtdScope;

    /// <summary>PASID entries.</summary>
    /// <param name="Domain">The domain id; null for all.</param>
    /// <param name="Pasid">The PASID; null for all.</param>
    public sealed record PasidEntries(uint? Domain, uint? Pasid) : VtdScope;
}
