using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;
using IoSpec.Reference.Walk.Smmuv3;

namespace IoSpec.Areas.Walk.Smmuv3;

/// <summary>Where the stream table is, and what stays the same in a case.</summary>
internal static class SmmuPlan
{
    /// <summary>The pages before this one are the stream table.</summary>
    public const int FirstFreePage = 20;

    private const ulong TwoLevel = 1 << 16;
    private const ulong Split = 6 << 6;

    public static SmmuUnit UnitOf(WalkState plan) => new((WalkUnit.Smmuv3)plan.Configuration.Unit);

    /// <summary>SMMU_STRTAB_BASE_CFG: as many bits as the requesters need, up to ten.</summary>
    public static Word Form(WalkState plan, ref Choices choices)
    {
        var most = 0u;
        foreach (var device in plan.Configuration.Devices.AsSpan()) most = Math.Max(most, device.Requester.Value);
        var bits = Math.Clamp(32 - System.Numerics.BitOperations.LeadingZeroCount(most), 6, 10);
        var isTwoLevel = UnitOf(plan).TwoLevelStreams && (choices.Swarm >> 8 & 1) != 0;
        return new Word((uint)bits | (isTwoLevel ? TwoLevel | Split : 0));
    }

    public static bool IsTwoLevel(WalkState plan) => (plan.Register(UnitRegister.TablesForm).Now.Value & TwoLevel) != 0;

    /// <summary>The level 1 descriptor of a stream.</summary>
    public static Gpa DirectoryOf(WalkState plan, RequesterId stream) =>
        FrameDraw.PageAt(plan, 0).Plus((stream.Value >> 6 & 0xf) * 8ul);

    /// <summary>The page with the 64 entries among which that of a stream is.</summary>
    public static Gpa ArrayOf(WalkState plan, RequesterId stream) =>
        FrameDraw.PageAt(plan, 1 + (int)(stream.Value >> 6 & 0xf));

    /// <summary>The entry of a stream.</summary>
    public static Gpa EntryOf(WalkState plan, RequesterId stream) => IsTwoLevel(plan)
        ? ArrayOf(plan, stream).Plus((stream.Value & 0x3f) * 64ul)
        : FrameDraw.PageAt(plan, 0).Plus((stream.Value & 0x3ff) * 64ul);

    /// <summary>A smallest page that the unit has: 4 KiB mostly.</summary>
    public static int Granule(SmmuUnit unit, ref Choices choices)
    {
        var granule = choices.Below(4) switch
        {
            0 => 14,
            1 => 16,
            _ => 12,
        };
        return unit.HasGranule(granule) ? granule : unit.HasGranule(12) ? 12 : unit.HasGranule(16) ? 16 : 14;
    }

    /// <summary>Whether a word may become another: no bit is turned that has to stay.</summary>
    public static bool MayBecome(WalkState plan, Word word, Word other) =>
        ((word.Value ^ other.Value)
            & FormatDrawCatalogue.Of(plan.Configuration.Unit).Kept(plan.Configuration.Unit).Value) == 0;

    /// <summary>Eight words of an entry that is read as one: not valid, then what counts, then valid.</summary>
    public static void Store(
        WalkState plan, Gpa at, ReadOnlySpan<Word> words, int validBit, List<EntryWrite> into)
    {
        if (!plan.Configuration.IsTable(at)) return;
        var now = plan.Memory.Now(at);
        if (now.Has(validBit)) into.Add(new EntryWrite(at, default));
        for (var i = 1; i < words.Length; i++) into.Add(new EntryWrite(at.Plus((ulong)i * 8), words[i]));
        into.Add(new EntryWrite(at, words[0]));
    }
}
