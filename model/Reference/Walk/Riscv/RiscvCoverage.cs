using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Riscv;

/// <summary>Which cached entries a command ends.</summary>
/// <remarks>
/// Source: RISC-V IOMMU, IOTINVAL.VMA, IOTINVAL.GVMA, IODIR.INVAL_DDT and IODIR.INVAL_PDT. What is not certain to end is
/// left.
/// </remarks>
internal static class RiscvCoverage
{
    private const int Global = 5;

    /// <summary>Whether a command covers an entry in the cache of its kind.</summary>
    public static bool Covers(RiscvScope scope, in EntryUse use, ReadOnlySpan<Word> content) => use.Kind switch
    {
        EntryKind.Register or EntryKind.Directory => scope is RiscvScope.Devices { Device: null },
        EntryKind.Requester or EntryKind.PasidDirectory => CoversDevice(scope, use.Requester),
        EntryKind.Pasid => CoversContexts(scope, use),
        _ => CoversPage(scope, use, content),
    };

    /// <summary>Whether a command covers all that is cached of the contexts of a request.</summary>
    public static bool CoversContexts(RiscvScope scope, in EntryUse use) => CoversDevice(scope, use.Requester)
        || (scope is RiscvScope.OneProcess of && of.Device == use.Requester && of.Process == use.Pasid);

    /// <summary>Whether a command covers all first-stage translations of an address space; null for all of them.</summary>
    public static bool CoversFirst(RiscvScope scope, uint tag, uint? space) => scope is RiscvScope.First of
        && of.Tag == tag && of.Pages is null && (of.Space is null || of.Space == space);

    /// <summary>Whether a command covers all second-stage translations of a virtual machine.</summary>
    public static bool CoversSecond(RiscvScope scope, uint tag) => scope is RiscvScope.Second of
        && of.Pages is null && (of.Tag is null || of.Tag == tag);

    private static bool CoversDevice(RiscvScope scope, RequesterId device) =>
        scope is RiscvScope.Devices of && (of.Device is null || of.Device == device);

    private static bool CoversPage(RiscvScope scope, in EntryUse use, ReadOnlySpan<Word> content) => scope switch
    {
        RiscvScope.First of => use.Stage == 1 && of.Tag == use.Domain
            && (of.Space is null || (of.Space == use.Space && !content[0].Has(Global)))
            && IsIn(of.Pages, of.NonLeaves, use, content),
        RiscvScope.Second of => use.Stage == 2 && (of.Tag is null || of.Tag == use.Domain)
            && IsIn(of.Pages, of.NonLeaves, use, content),
        _ => false,
    };

    // A command for an address ends the leaf for it, whatever page of the leaf the address is in.
    private static bool IsIn(IovaRange? pages, bool nonLeaves, in EntryUse use, ReadOnlySpan<Word> content)
    {
        if (pages is not { } range) return true;
        var isLeaf = content.Length == 2 || (content[0].Value & 0xa) != 0;
        if (!isLeaf) return nonLeaves && range.Contains(use.At);
        var inside = (1ul << (Page.Shift + (9 * (use.Level - 1)))) - 1;
        return range.Overlaps(new IovaRange(new Iova(use.At.Value & ~inside), new Iova(use.At.Value | inside)));
    }
}
