namespace IoSpec.Reference.Walk.Vtd;

/// <summary>Which cached entries a descriptor of the invalidation queue ends.</summary>
/// <remarks>Source: VT-d 6.2, tagging of cached entries, and 6.5. What is not certain to end is left.</remarks>
internal static class VtdCoverage
{
    /// <summary>Whether a scope covers an entry.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="use">For what the entry is read.</param>
    /// <param name="isLeaf">Whether it is a leaf.</param>
    /// <param name="domain">The domain under which it is cached.</param>
    /// <returns>True if it does.</returns>
    public static bool Covers(VtdScope scope, in EntryUse use, bool isLeaf, uint domain) => use.Kind switch
    {
        EntryKind.Register => scope is VtdScope.AllContexts,
        EntryKind.Interrupts => scope is VtdScope.InterruptEntries { First: null },
        EntryKind.Interrupt => scope is VtdScope.InterruptEntries of
            && (of.First is not { } first || (first & ~of.Mask) == (use.Index & ~of.Mask)),
        EntryKind.Directory or EntryKind.Requester => CoversContext(scope, use, domain),
        EntryKind.PasidDirectory or EntryKind.Pasid => CoversPasid(scope, use, domain),
        _ => CoversPage(scope, use, isLeaf, domain),
    };

    /// <summary>Whether a scope covers the translations that an entry above the tables has led to.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="use">For what the entry is read.</param>
    /// <param name="domain">The domain under which they are cached; null if that is not known.</param>
    /// <returns>True if it does.</returns>
    public static bool CoversTranslations(VtdScope scope, in EntryUse use, uint? domain) => scope switch
    {
        VtdScope.AllTranslations => true,
        VtdScope.TranslationsOfDomain of => of.Domain == domain && use.Space is null,
        VtdScope.TranslationsOfPages of =>
            of.Domain == domain && use.Space is null && !of.LeavesOnly && of.Pages.Contains(use.At),
        VtdScope.TranslationsOfPasid of => of.Domain == domain && use.Space is { } pasid && of.Pasid == pasid
            && !of.LeavesOnly && (of.Pages is not { } pages || pages.Contains(use.At)),
        _ => false,
    };

    private static bool CoversContext(VtdScope scope, in EntryUse use, uint domain) => scope switch
    {
        VtdScope.AllContexts => true,
        VtdScope.ContextsOfDomain of => use.Kind == EntryKind.Requester && of.Domain == domain,
        VtdScope.ContextsOfRequester of =>
            (of.Requester.Value & ~of.FunctionMask) == (use.Requester.Value & ~of.FunctionMask)
            && (use.Kind == EntryKind.Directory || of.Domain == domain),
        _ => false,
    };

    private static bool CoversPasid(VtdScope scope, in EntryUse use, uint domain) =>
        scope is VtdScope.PasidEntries of
        && (of.Domain is null || (use.Kind == EntryKind.Pasid && of.Domain == domain))
        && (of.Pasid is null || of.Pasid == use.Pasid?.Value);

    private static bool CoversPage(VtdScope scope, in EntryUse use, bool isLeaf, uint domain) => scope switch
    {
        VtdScope.AllTranslations => true,
        VtdScope.TranslationsOfDomain of => use.Stage == 2 && of.Domain == domain,
        VtdScope.TranslationsOfPages of => use.Stage == 2 && of.Domain == domain
            && (isLeaf || !of.LeavesOnly) && of.Pages.Contains(use.At),
        VtdScope.TranslationsOfPasid of => use.Stage == 1 && of.Domain == domain && of.Pasid == use.Space
            && (isLeaf || !of.LeavesOnly) && (of.Pages is not { } pages || pages.Contains(use.At)),
        _ => false,
    };
}
