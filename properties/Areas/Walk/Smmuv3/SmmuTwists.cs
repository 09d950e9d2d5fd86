using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk.Smmuv3;

/// <summary>Settings of entries that the specification singles out.</summary>
internal static class SmmuTwists
{
    private static readonly int[] FirstBits = [0, 1, 6, 7, 10, 16, 36, 40, 44, 47, 51, 53, 54, 59, 60, 61, 62];
    private static readonly int[] SecondBits = [0, 1, 4, 6, 7, 10, 36, 40, 44, 47, 51, 53, 54];
    private static readonly int[] ContextBits = [14, 30, 31, 35, 36, 38, 40, 41, 44, 45, 46];
    private static readonly int[] StreamBits = [51, 53, 54, 57, 58];

    public static Word Of(Word word, in TrailStep step, int index, ref Choices choices) => step.Use.Kind switch
    {
        EntryKind.Page => word.Flip(choices.Of<int>(step.Use.Stage == 1 ? FirstBits : SecondBits)),
        EntryKind.Requester => Stream(word, index, ref choices),
        EntryKind.Pasid => Context(word, index, ref choices),
        EntryKind.Directory => word.With(4, 0, (ulong)choices.Below(16)),
        _ => word.Flip(choices.OneIn(2) ? 0 : 12 + choices.Below(44)),
    };

    // V, Config, S1Fmt, S1CDMax; S1DSS, STRW, PRIVCFG, INSTCFG; S2T0SZ, S2SL0, S2TG, S2PS and the flags.
    public static Word Stream(Word word, int index, ref Choices choices) => (index, choices.Below(4)) switch
    {
        (0, 0) => word.Flip(0),
        (0, 1) => word.With(3, 1, (ulong)choices.Below(8)),
        (0, 2) => word.With(63, 59, (ulong)choices.Below(24)),
        (0, _) => word.With(5, 4, (ulong)choices.Below(4)),
        (1, 0) => word.With(1, 0, (ulong)choices.Below(4)),
        (1, 1) => word.With(31, 30, (ulong)choices.Below(4)),
        (1, _) => word.With(51, 48, (ulong)choices.Below(16)),
        (2, 0) => word.With(37, 32, choices.OneIn(2) ? 12 + (ulong)choices.Below(32) : word.Field(37, 32) + 1),
        (2, 1) => word.With(39, 38, (ulong)choices.Below(4)),
        (2, 2) => choices.OneIn(2)
            ? word.With(47, 46, (ulong)choices.Below(4))
            : word.With(50, 48, (ulong)choices.Below(8)),
        (2, _) => word.Flip(choices.Of<int>(StreamBits)),
        _ => word.Flip(choices.OneIn(2) ? 36 + choices.Below(16) : choices.Below(64)),
    };

    // TxSZ, TGx, IPS and the flags; HAD, E0PD, and the highest bits of the tables.
    public static Word Context(Word word, int index, ref Choices choices) => (index, choices.Below(5)) switch
    {
        (0, 0) => word.With(5, 0, choices.OneIn(2) ? 12 + (ulong)choices.Below(32) : word.Field(5, 0) + 1),
        (0, 1) => word.With(7, 6, (ulong)choices.Below(4)),
        (0, 2) => word.With(34, 32, (ulong)choices.Below(8)),
        (0, _) => word.Flip(choices.Of<int>(ContextBits)),
        (_, 0) => word.Flip(1),
        (_, 1) => word.Flip(2),
        (_, 2) => word.Flip(36 + choices.Below(16)),
        _ => word.Flip(choices.Below(64)),
    };
}
