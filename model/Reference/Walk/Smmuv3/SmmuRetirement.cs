using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Smmuv3;

/// <summary>Whether commands have ended the former content of an entry.</summary>
/// <remarks>Source: SMMUv3 3.21, 4.3 and 4.4.</remarks>
/// <param name="rules">The decisions of the specification.</param>
internal sealed class SmmuRetirement(SmmuRules rules)
{
    public bool IsRetired(in EntryUse use, ReadOnlySpan<Word> content, long died, CommandLog commands)
    {
        var steps = 0;
        foreach (var (scope, moment) in commands.Since(died))
        {
            if (moment <= died || scope is not SmmuScope own) continue;
            var isPage = use.Kind == EntryKind.Page;
            if (isPage ? Page(own, use, content[0], ref steps) : Entry(own, use, content, ref steps)) return true;
        }

        return false;
    }

    // A configuration entry is ended by the command for its cache, what it has led to by a later one.
    private bool Entry(SmmuScope scope, in EntryUse use, ReadOnlySpan<Word> content, ref int steps)
    {
        if (steps > 0) return CoversWhatItLedTo(scope, use, content);
        if (!rules.CoversConfiguration(scope, use)) return false;
        steps = 1;
        return !Leads(use, content);
    }

    // An entry of stage 1 or of stage 2 alone is ended by one command. Over stage 1, translations of both stages have
    // to be ended then; and what was read through stage 2, such as a context descriptor, with all that it has led to.
    private bool Page(SmmuScope scope, in EntryUse use, Word content, ref int steps)
    {
        var isLeaf = use.Level == 1 || !content.Has(1);
        if (use.ForConfiguration)
        {
            if (steps == 0 && rules.CoversPage(scope, use, isLeaf)) steps = 1;
            else if (steps == 1 && SmmuCoverage.CoversContext(scope, use)) steps = 2;
            else return steps == 2 && SmmuCoverage.CoversFirst(scope, use.Domain, null);
            return false;
        }

        if (steps > 0) return SmmuCoverage.CoversFirst(scope, use.Domain, null);
        if (!rules.CoversPage(scope, use, isLeaf)) return false;
        if (use.Stage == 1 || use.Space is null || scope is not SmmuScope.Second) return true;
        steps = 1;
        return false;
    }

    private static bool Leads(in EntryUse use, ReadOnlySpan<Word> content) => use.Kind switch
    {
        EntryKind.Requester => new StreamEntry(content) is { V: true } entry && (entry.HasStage1 || entry.HasStage2),
        EntryKind.Pasid => new ContextEntry(content).V,
        _ => content[0] != default,
    };

    private static bool CoversWhatItLedTo(SmmuScope scope, in EntryUse use, ReadOnlySpan<Word> content)
    {
        switch (use.Kind)
        {
            case EntryKind.Pasid:
                return SmmuCoverage.CoversFirst(scope, use.Domain, new ContextEntry(content).ASID);
            case EntryKind.PasidDirectory:
                return SmmuCoverage.CoversFirst(scope, use.Domain, null);
            case EntryKind.Requester:
                var entry = new StreamEntry(content);
                return scope is SmmuScope.Everything
                    || (entry.HasStage2
                        ? scope is SmmuScope.Machine of && of.Vmid == entry.S2VMID
                        : SmmuCoverage.CoversFirst(scope, entry.S2VMID, null));
            default:
                return scope is SmmuScope.Everything;
        }
    }
}
