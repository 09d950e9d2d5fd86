using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk.Ioat;

/// <summary>Settings of entries that the sources single out.</summary>
internal static class ZpciTwists
{
    private static readonly int[] PageBits = [10, 10, 9, 9, 11, 0, 5];
    private static readonly int[] SegmentBits = [5, 5, 9, 9, 10, 2, 3, 0, 6];
    private static readonly int[] RegionBits = [5, 5, 9, 9, 2, 3, 0, 1, 6, 7, 10, 12];

    public static Word Of(Word word, in TrailStep step, ref Choices choices)
    {
        if (choices.OneIn(12)) return default;
        if (step.Use.Level > 2 && choices.OneIn(3)) return word.With(1, 0, choices.Bits(2)).With(7, 6, choices.Bits(1));
        return word.Flip(choices.Of<int>(step.Use.Level switch
        {
            1 => PageBits,
            2 => SegmentBits,
            _ => RegionBits,
        }));
    }
}
