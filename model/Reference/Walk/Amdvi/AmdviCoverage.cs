using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Amdvi;

/// <summary>Which cached entries a command ends.</summary>
/// <remarks>Source: AMD-Vi 2.4. What is not certain to end is left.</remarks>
internal static class AmdviCoverage
{
    /// <summary>Whether a scope covers a device table entry.</summary>
    public static bool CoversDevice(AmdviScope scope, RequesterId requester) =>
        scope is AmdviScope.Everything || (scope is AmdviScope.Device of && of.Requester == requester);

    /// <summary>Whether a scope covers a table entry, apart from what it was combined with.</summary>
    public static bool CoversPage(AmdviScope scope, in EntryUse use, bool isLeaf) => scope switch
    {
        AmdviScope.Everything => true,
        AmdviScope.Host of => use.Stage == 2 && of.Domain == use.Domain && (isLeaf || !of.LeavesOnly)
            && (of.Pages is not { } pages || pages.Contains(use.At)),
        AmdviScope.Guest of => use.Stage == 1 && of.Domain == use.Domain && of.Pasid == use.Space
            && (isLeaf || !of.LeavesOnly) && (of.Pages is not { } pages || pages.Contains(use.At)),
        _ => false,
    };

    /// <summary>Whether a scope covers all that a host translation of an address has led to.</summary>
    public static bool CoversHost(AmdviScope scope, uint domain, Iova at) =>
        scope is AmdviScope.Host { LeavesOnly: false } of && of.Domain == domain
        && (of.Pages is not { } pages || pages.Contains(at));

    /// <summary>Whether a scope covers all guest translations of a PASID, with its entry.</summary>
    public static bool CoversGuest(AmdviScope scope, uint domain, uint pasid) =>
        scope is AmdviScope.Guest { Pages: null, LeavesOnly: false } of && of.Domain == domain && of.Pasid == pasid;
}
