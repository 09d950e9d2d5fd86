using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk.Riscv;

/// <summary>Settings of entries that the specification singles out.</summary>
internal static class RiscvTwists
{
    private static readonly int[] PageBits = [0, 1, 2, 3, 4, 6, 7, 8, 10, 14, 20, 45, 54, 58, 59, 61, 62, 63];
    private static readonly int[] ControlBits = [0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 24, 32];

    public static Word Of(Word word, in TrailStep step, int index, ref Choices choices) => step.Use.Kind switch
    {
        EntryKind.Page when step.Words == 2 => Message(word, index, ref choices),
        EntryKind.Page => Entry(word, ref choices),
        EntryKind.Requester => Device(word, index, ref choices),
        EntryKind.Pasid => Process(word, index, ref choices),
        _ => word.Flip(choices.Below(3) switch
        {
            0 => 0,
            1 => 1 + choices.Below(9),
            _ => 54 + choices.Below(10),
        }),
    };

    // A bit, or contiguous pages of a size; a memory type.
    private static Word Entry(Word word, ref Choices choices) => choices.Below(8) switch
    {
        0 => word.With(13, 10, 8).Flip(63),
        1 => word.With(62, 61, (ulong)choices.Below(4)),
        _ => word.Flip(choices.Of<int>(PageBits)),
    };

    // M, and what is reserved around it.
    private static Word Message(Word word, int index, ref Choices choices) => index == 0
        ? word.Flip(choices.OneIn(2) ? choices.Below(4) : choices.Below(64))
        : word;

    // tc; the modes and the alignment of iohgatp, fsc and msiptp; reserved bits of ta.
    private static Word Device(Word word, int index, ref Choices choices) => index switch
    {
        0 => word.Flip(choices.Of<int>(ControlBits)),
        1 when choices.OneIn(2) => word.Flip(choices.Below(2)),
        2 => word.Flip(choices.OneIn(2) ? choices.Below(12) : 32 + choices.Below(32)),
        3 when choices.OneIn(3) => word.Flip(44 + choices.Below(16)),
        1 or 3 or 4 => word.With(63, 60, (ulong)choices.Below(12)),
        7 => word.Flip(choices.Below(64)),
        _ => word.Flip(52 + choices.Below(12)),
    };

    // V, ENS, SUM and what is reserved; the mode.
    private static Word Process(Word word, int index, ref Choices choices) => index == 0
        ? word.Flip(choices.Below(4) switch
        {
            0 => 3 + choices.Below(9),
            1 => 32 + choices.Below(32),
            _ => choices.Below(3),
        })
        : choices.OneIn(3)
            ? word.Flip(44 + choices.Below(16))
            : word.With(63, 60, (ulong)choices.Below(12));
}
