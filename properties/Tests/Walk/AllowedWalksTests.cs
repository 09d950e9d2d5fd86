using IoSpec.Areas.Walk;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;
using Xunit;

namespace IoSpec.Tests.Walk;

/// <summary>Walks that share what they read are the walks that one makes one by one, with every choice.</summary>
public sealed class AllowedWalksTests
{
    private const long Cases = 600;
    private const int MostWalks = 4096;

    [Fact]
    public void What_is_allowed_is_what_single_walks_with_every_choice_lead_to()
    {
        var (compared, withChoice) = (0, 0);
        for (var index = 0L; index < Cases; index++)
        {
            var sample = SampleCase.Of(new WalkArea(), null, seed: 3, index);
            var configuration = (WalkConfiguration)sample.Configuration;
            var (state, format) = (new WalkState(configuration), WalkFormatCatalogue.Of(configuration.Unit));
            foreach (var operation in sample.Operations.Cast<WalkOperation>())
            {
                if (operation is WalkOperation.Dma dma)
                {
                    var allowed = AllowedWalks.Of(state, format, WalkRequest.Of(dma, default));
                    if (allowed.IsAmbiguous || OneByOne(state, format, dma) is not { } found) continue;
                    Assert.Equal(found.ToHashSet(), allowed.Results.ToHashSet());
                    compared++;
                    withChoice += allowed.Results.Count > 1 ? 1 : 0;
                }
                else
                {
                    WalkSteps.Do(state, format, operation);
                }
            }
        }

        Assert.True(compared > 1000 && withChoice > 50, $"{compared} compared, {withChoice} with a choice");
    }

    // Every sequence of choices in turn, each walk from its beginning; null if there are too many.
    private static List<WalkResult>? OneByOne(WalkState state, WalkFormat format, WalkOperation.Dma dma)
    {
        var results = new List<WalkResult>();
        var picks = new List<(int Pick, int Of)>();
        for (var walks = 0; walks < MostWalks; walks++)
        {
            var next = 0;
            WalkAnswer.Transfer(
                state, format, dma with { Length = new ByteCount(1) }, prefersFormer: false,
                (_, result, _) => results.Add(result), count =>
                {
                    if (next == picks.Count) picks.Add((0, count));
                    return picks[next++].Pick;
                });
            picks.RemoveRange(next, picks.Count - next);
            while (picks.Count > 0 && picks[^1].Pick + 1 == picks[^1].Of) picks.RemoveAt(picks.Count - 1);
            if (picks.Count == 0) return results;
            picks[^1] = (picks[^1].Pick + 1, picks[^1].Of);
        }

        return null;
    }
}
