using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Reference;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk;

/// <summary>Keeps accesses away from entries of a wrong level where a target is not to be judged by them.</summary>
internal static class SoundLevels
{
    /// <summary>Whether the target is judged by entries of a wrong level.</summary>
    public static bool MayBeWrong(WalkState plan) =>
        (plan.Configuration.Features & WalkFeatures.LeaflessLevels) != 0;

    public static bool Bars(WalkState plan, WalkOperation.Dma dma)
    {
        if (MayBeWrong(plan)) return false;
        var draw = FormatDrawCatalogue.Of(plan.Configuration.Unit);
        for (var offset = default(ByteCount); offset.Value < dma.Length.Value;)
        {
            if (!draw.HasSoundLevels(plan, WalkRequest.Of(dma, offset))) return true;
            offset = new ByteCount(offset.Value + Pieces.LengthAt(dma.At, dma.Length, offset).Value);
        }

        return false;
    }
}
