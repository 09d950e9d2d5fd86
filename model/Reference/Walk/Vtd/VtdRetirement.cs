using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Vtd;

/// <summary>When the former content of an entry may no longer be used.</summary>
/// <remarks>
/// Source: VT-d 6.5, guidance to software for invalidations: after a change of an entry above the tables first its own
/// cache is invalidated, then the translations; until then a unit may look translations up by the requester.
/// </remarks>
/// <param name="rules">The decisions of the specification.</param>
internal sealed class VtdRetirement(VtdRules rules)
{
    /// <summary>
    /// A table entry is ended by one invalidation. An entry above the tables is ended by that of its own cache, and
    /// what it has led to by a later one of translations.
    /// </summary>
    public bool IsRetired(in EntryUse use, ReadOnlySpan<Word> content, long died, CommandLog commands)
    {
        var isLeaf = use.Kind != EntryKind.Page || rules.IsLeaf(content[0], use.Level);
        var domain = use.Kind == EntryKind.Page ? use.Domain : VtdTag.Of(use, content);
        var isEnded = false;
        foreach (var (scope, moment) in commands.Since(died))
        {
            if (moment <= died || scope is not VtdScope own) continue;
            if (isEnded && CoversTranslations(own, use, content, domain)) return true;
            if (!rules.Covers(own, use, isLeaf, domain)) continue;
            if (use.Kind is EntryKind.Page or EntryKind.Interrupts or EntryKind.Interrupt) return true;
            isEnded = true;
        }

        return false;
    }

    // Above a context entry of legacy mode and a PASID entry any domain can be.
    private static bool CoversTranslations(
        VtdScope scope, in EntryUse use, ReadOnlySpan<Word> content, uint domain)
    {
        if (use.Kind == EntryKind.Pasid && content[0].Field(8, 6) is 2 or 3)
        {
            // With a second stage the guidance names the invalidation of the domain.
            return scope is VtdScope.AllTranslations
                || (scope is VtdScope.TranslationsOfDomain of && of.Domain == domain);
        }

        var isKnown = use.Kind == EntryKind.Pasid || (use.Kind == EntryKind.Requester && content.Length == 2);
        return VtdCoverage.CoversTranslations(scope, use, isKnown ? domain : null);
    }
}
