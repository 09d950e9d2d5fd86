using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk.Vtd;

/// <summary>Settings of entries that the specification singles out.</summary>
internal static class VtdTwists
{
    private static readonly int[] PageBits = [0, 1, 2, 7, 11, 12, 20, 39, 46, 51, 62, 63];

    public static Word Of(Word word, in TrailStep step, int index, ref Choices choices) => step.Use.Kind switch
    {
        EntryKind.Page when step.Use.Level > 1 && choices.OneIn(3) => word.Flip(7),
        EntryKind.Page => word.Flip(choices.Of<int>(PageBits)),
        EntryKind.Requester when step.Words == 2 => Context(word, index, ref choices),
        EntryKind.Requester => ScalableContext(word, index, ref choices),
        EntryKind.Pasid => Pasid(word, index, ref choices),
        _ => word.Flip(choices.OneIn(2) ? 0 : 1 + choices.Below(11)),
    };

    // TT, or a reserved bit with FPD, which is recorded all the same; AW, DID.
    private static Word Context(Word word, int index, ref Choices choices) => (index, choices.Below(3)) switch
    {
        (0, 0) => word.Flip(4 + choices.Below(8)).With(1, 1, 1),
        (0, _) => word.With(3, 2, (ulong)choices.Below(4)),
        (_, 0) => word.With(23, 8, choices.Bits(16)),
        _ => word.With(2, 0, (ulong)choices.Below(8)),
    };

    // PASIDE, PDTS; RID_PASID and RID_PRIV.
    private static Word ScalableContext(Word word, int index, ref Choices choices) => (index, choices.Below(3)) switch
    {
        (0, 0) => word.Flip(3),
        (0, _) => word.With(11, 9, (ulong)choices.Below(8)),
        (1, 0) => word.Flip(20),
        (1, _) => word.With(19, 0, choices.OneIn(4) ? choices.Bits(20) : 1ul << (13 + choices.Below(7))),
        _ => word.Flip(choices.Below(64)),
    };

    // PGTT, AW; FSPM, SRE, ERE, WPE, NXE, SMEP.
    private static Word Pasid(Word word, int index, ref Choices choices) => (index, choices.Below(3)) switch
    {
        (0, 0) => word.With(8, 6, (ulong)choices.Below(8)),
        (0, 1) => word.With(4, 2, (ulong)choices.Below(8)),
        (0, _) => word.Flip(1),
        (2, 0) => word.With(3, 2, (ulong)choices.Below(4)),
        (2, _) => word.Flip(choices.Below(7)),
        _ => word.Flip(choices.Below(64)),
    };
}
