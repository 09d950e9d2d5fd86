using System.Numerics;
using IoSpec.Contracts;
using IoSpec.Contracts.Dma;

namespace IoSpec.Reference.Dma;

/// <summary>Whether there are addresses for a map, whatever the layer may withhold.</summary>
/// <param name="IsThere">Whether there are as many aligned pages that are free.</param>
/// <param name="AfterUse">Whether some of those that are free were used before.</param>
/// <param name="OnlyAfterFailure">Whether there are none without pages whose last map failed.</param>
internal readonly record struct Room(bool IsThere, bool AfterUse, bool OnlyAfterFailure)
{
    /// <summary>The room for so many pages.</summary>
    public static Room Of(DmaState state, int pages)
    {
        var count = (int)BitOperations.RoundUpToPowerOf2((uint)pages);
        var (isThere, afterUse, withoutFailure) = (false, false, false);
        for (var first = 0; first + count <= state.Machine.Pages; first += count)
        {
            if (!IsFree(state, first, count)) continue;
            isThere = true;
            afterUse |= Any(state, first, count, static page => page.WasUsed);
            withoutFailure |= !Any(state, first, count, static page => page.HasFailed);
        }

        return new Room(isThere, afterUse, isThere && !withoutFailure);
    }

    /// <summary>That there is no address would be wrong.</summary>
    public void Meet(ref Verdicts verdicts)
    {
        if (OnlyAfterFailure) verdicts.Met(DmaRequirements.Map05);
        else if (IsThere && AfterUse) verdicts.Met(DmaRequirements.Fq08);
    }

    private static bool IsFree(DmaState state, int first, int count)
    {
        for (var page = first; page < first + count; page++)
        {
            if (state.Machine.Table(page) is not null || state.Pages[page].IsWithheld) return false;
        }

        // A mapping takes as many pages as its address is aligned to.
        foreach (var mapping in state.Mappings)
        {
            var taken = (int)BitOperations.RoundUpToPowerOf2((uint)mapping.Entries.Length);
            var isTaken = mapping.IsLive || state.Pages[mapping.First].IsWithheld;
            if (isTaken && mapping.First < first + count && first < mapping.First + taken) return false;
        }

        return true;
    }

    private static bool Any(DmaState state, int first, int count, Predicate<DmaPage> what)
    {
        for (var page = first; page < first + count; page++)
        {
            if (what(state.Pages[page])) return true;
        }

        return false;
    }
}
