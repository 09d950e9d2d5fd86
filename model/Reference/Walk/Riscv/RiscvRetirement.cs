using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Riscv;

/// <summary>When the former content of an entry may no longer be used.</summary>
/// <remarks>
/// Source: RISC-V IOMMU, guidelines for invalidations: after a change of a context first the cache of contexts is
/// invalidated, then the translations under the tags that it had. Pointers of contexts may be cached translated by the
/// second stage, and first-stage entries by the address of the guest: what was read through a second-stage entry ends
/// with its own invalidation only.
/// </remarks>
/// <param name="rules">The decisions of the specification.</param>
internal sealed class RiscvRetirement(RiscvRules rules)
{
    public bool IsRetired(in EntryUse use, ReadOnlySpan<Word> content, long died, CommandLog commands)
    {
        var left = use.Kind == EntryKind.Page ? OfPage(use) : OfContext(use, content);
        var isEnded = false;
        foreach (var (scope, moment) in commands.Since(died))
        {
            if (moment <= died || scope is not RiscvScope own) continue;
            if (!isEnded) isEnded = rules.Covers(own, use, content);
            else if (left.Contexts && RiscvCoverage.CoversContexts(own, use)) left.Contexts = false;
            else if (!left.Contexts) Cover(own, ref left);
            if (isEnded && !left.Contexts && !left.First && !left.Second) return true;
        }

        return false;
    }

    private static void Cover(RiscvScope scope, ref Left left)
    {
        if (left.First && RiscvCoverage.CoversFirst(scope, left.Tag, left.Space)) left.First = false;
        if (left.Second && RiscvCoverage.CoversSecond(scope, left.Tag)) left.Second = false;
    }

    // A second-stage entry through which a context or a first-stage entry was read.
    private static Left OfPage(in EntryUse use) => use.Stage == 2 && (use.ForConfiguration || use.Space is not null)
        ? new Left(use.Domain, use.Space, use.ForConfiguration, First: true, Second: false)
        : default;

    private static Left OfContext(in EntryUse use, ReadOnlySpan<Word> content)
    {
        if (use.Kind == EntryKind.Pasid)
            return new Left(use.Domain, (uint)content[0].Field(31, 12), false, First: true, Second: false);

        if (use.Kind != EntryKind.Requester) return default;
        var context = new DeviceContext(content);
        var isGuest = DeviceContext.Mode(context.Iohgatp) != 0;
        uint? space = context.PDTV || isGuest ? null : (uint)context.Ta.Field(31, 12);
        var isFirst = isGuest || context.PDTV || DeviceContext.Mode(context.Fsc) != 0;
        return new Left(RiscvTag.Of(context.Iohgatp), space, false, isFirst, isGuest);
    }

    // What is left to be invalidated, after the entry itself.
    private record struct Left(uint Tag, uint? Space, bool Contexts, bool First, bool Second);
}
