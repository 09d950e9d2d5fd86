using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Amdvi;

/// <summary>Whether commands have ended the former content of an entry.</summary>
/// <remarks>
/// Source: AMD-Vi 2.4. After a change of a device table entry it is invalidated first, then what it has led to.
/// </remarks>
/// <param name="rules">The decisions of the specification.</param>
internal sealed class AmdviRetirement(AmdviRules rules)
{
    private const int Own = 1;
    private const int Host = 2;
    private const int Guest = 4;

    public bool IsRetired(in EntryUse use, ReadOnlySpan<Word> content, long died, CommandLog commands)
    {
        var needed = NeededFor(use, content);
        var done = 0;
        foreach (var (scope, moment) in commands.Since(died))
        {
            if (moment <= died || scope is not AmdviScope own) continue;
            done |= Of(own, use, content, done);
            if ((done & needed) == needed) return true;
        }

        return false;
    }

    // What has to be invalidated after the entry itself: what it has been combined with or has led to.
    private static int NeededFor(in EntryUse use, ReadOnlySpan<Word> content)
    {
        switch (use.Kind)
        {
            case EntryKind.Page:
                return Own | (use.Stage == 2 && use.Space is not null ? Guest : 0);
            case EntryKind.Requester:
                var entry = new DeviceEntry(content);
                if (!entry.V || !entry.TV) return Own;
                return Own | Host | (entry.GV ? Guest : 0);
            default:
                return Own;
        }
    }

    private int Of(AmdviScope scope, in EntryUse use, ReadOnlySpan<Word> content, int done)
    {
        if (scope is AmdviScope.Everything) return OfEverything(use);
        if ((done & Own) == 0) return IsOwn(scope, use, content) ? Own : 0;
        var domain = use.Kind == EntryKind.Requester ? new DeviceEntry(content).DomainID : use.Domain;
        if (AmdviCoverage.CoversHost(scope, domain, use.At)) return Host;
        var pasid = use.Kind == EntryKind.Page ? use.Space ?? 0 : use.Pasid?.Value ?? 0;
        return (done & Host) != 0 || use.Kind == EntryKind.Page
            ? AmdviCoverage.CoversGuest(scope, domain, pasid) ? Guest : 0
            : 0;
    }

    private int OfEverything(in EntryUse use) => use.Kind switch
    {
        EntryKind.Page => rules.CoversPage(new AmdviScope.Everything(), use, isLeaf: false) ? Own | Guest : 0,
        EntryKind.Requester => rules.CoversDevice(new AmdviScope.Everything(), use.Requester) ? Own | Host | Guest : 0,
        _ => Own,
    };

    private bool IsOwn(AmdviScope scope, in EntryUse use, ReadOnlySpan<Word> content) => use.Kind switch
    {
        EntryKind.Page => rules.CoversPage(scope, use, IsLeaf(use, content[0])),
        EntryKind.Requester => rules.CoversDevice(scope, use.Requester),
        EntryKind.Pasid or EntryKind.PasidDirectory =>
            AmdviCoverage.CoversGuest(scope, use.Domain, use.Space ?? 0),
        _ => false,
    };

    private static bool IsLeaf(in EntryUse use, Word content) => use.Stage == 2
        ? content.Field(11, 9) is 0 or 7
        : use.Level == 1 || content.Has(7);
}
