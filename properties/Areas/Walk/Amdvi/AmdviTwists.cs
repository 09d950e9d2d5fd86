using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk.Amdvi;

/// <summary>Settings of entries that the specification singles out.</summary>
internal static class AmdviTwists
{
    private static readonly int[] HostBits = [0, 1, 5, 6, 8, 52, 55, 58, 59, 60, 61, 62, 63];
    private static readonly int[] GuestBits = [0, 1, 2, 5, 6, 7, 12, 13, 20, 63];

    public static Word Of(Word word, in TrailStep step, int index, ref Choices choices) => step.Use.Kind switch
    {
        EntryKind.Page when step.Use.Stage == 1 => word.Flip(choices.Of<int>(GuestBits)),
        EntryKind.Page => Host(word, ref choices),
        EntryKind.Requester => Device(word, index, ref choices),
        _ => word.Flip(choices.OneIn(2) ? 0 : 1 + choices.Below(11)),
    };

    // The next level; the size that the address of a leaf tells.
    private static Word Host(Word word, ref Choices choices) => choices.Below(5) switch
    {
        0 => word.With(11, 9, (ulong)choices.Below(8)),
        1 => word.With(11, 9, 7),
        2 => word.Flip(12 + choices.Below(10)),
        _ => word.Flip(choices.Of<int>(HostBits)),
    };

    // V, TV, HAD, Mode, GIOV, GV, GLX, IR, IW; the domain, SE, SA; the levels of guest tables.
    private static Word Device(Word word, int index, ref Choices choices) => (index, choices.Below(7)) switch
    {
        (0, 0) => word.Flip(choices.Below(2)),
        (0, 1) => word.With(11, 9, (ulong)choices.Below(8)),
        (0, 2) => word.Flip(61 + choices.Below(2)),
        (0, 3) => word.Flip(54 + choices.Below(4)),
        (0, 4) => word.Flip(2 + choices.Below(7)),
        (0, 5) => word.Flip(63),
        (0, _) => word.Flip(1),
        (1, < 2) => word.With(15, 0, choices.Bits(16)),
        (1, _) => word.Flip(32 + choices.Below(5)),
        (2, _) => word.Flip(choices.OneIn(2) ? 54 : choices.Below(64)),
        _ => word.Flip(choices.Below(64)),
    };
}
