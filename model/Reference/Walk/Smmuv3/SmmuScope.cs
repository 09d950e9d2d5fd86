using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Smmuv3;

/// <summary>What a command covers.</summary>
/// <remarks>Source: SMMUv3 4.3 and 4.4.</remarks>
public abstract record SmmuScope : WalkScope
{
    private SmmuScope()
    {
    }

    /// <summary>Stream table entries and all that was read through them (CMD_CFGI_STE, _STE_RANGE, _ALL).</summary>
    /// <param name="Stream">One of the streams.</param>
    /// <param name="Bits">How many bits of a StreamID do not count; 32 for all streams.</param>
    /// <param name="EntryOnly">Whether level 1 descriptors may stay (Leaf).</param>
    public sealed record Streams(RequesterId Stream, int Bits, bool EntryOnly) : SmmuScope;

    /// <summary>Context descriptors of one stream (CMD_CFGI_CD, _CD_ALL).</summary>
    /// <param name="Stream">The stream.</param>
    /// <param name="Substream">The descriptor; null for all.</param>
    /// <param name="EntryOnly">Whether level 1 descriptors may stay (Leaf).</param>
    public sealed record Contexts(RequesterId Stream, Pasid? Substream, bool EntryOnly) : SmmuScope;

    /// <summary>All translations (CMD_TLBI_NSNH_ALL).</summary>
    public sealed record Everything : SmmuScope;

    /// <summary>All translations of a virtual machine, of both stages (CMD_TLBI_S12_VMALL).</summary>
    /// <param name="Vmid">Its tag.</param>
    public sealed record Machine(uint Vmid) : SmmuScope;

    /// <summary>Translations of stage 1 of a virtual machine (CMD_TLBI_NH_ALL, _NH_ASID, _NH_VA, _NH_VAA).</summary>
    /// <param name="Vmid">Its tag.</param>
    /// <param name="Asid">The address space; null for all.</param>
    /// <param name="Pages">The pages; null for all.</param>
    public sealed record First(uint Vmid, uint? Asid, TranslationPages? Pages) : SmmuScope;

    /// <summary>Translations of intermediate addresses of a virtual machine (CMD_TLBI_S2_IPA).</summary>
    /// <param name="Vmid">Its tag.</param>
    /// <param name="Pages">The pages.</param>
    public sealed record Second(uint Vmid, TranslationPages Pages) : SmmuScope;
}

/// <summary>The pages whose translations a command covers.</summary>
/// <param name="Addresses">Their addresses.</param>
/// <param name="Granule">The smallest page of the tables, as a logarithm; 0 for tables of any (TG).</param>
/// <param name="Level">The level of the leaves, counted from 1; 0 for all levels (TTL).</param>
/// <param name="LeavesOnly">Whether entries above the leaves may stay (Leaf).</param>
public readonly record struct TranslationPages(IovaRange Addresses, int Granule, int Level, bool LeavesOnly);
