using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Html.Drawings;
using IoSpec.Tests.Support;
using VerifyXunit;
using Xunit;

namespace IoSpec.Tests.Html;

/// <summary>The walk that a failure page draws.</summary>
public sealed class WalkLadderTests
{
    [Fact]
    public Task A_walk_is_drawn_from_the_root_to_where_it_ends()
    {
        var ladder = WalkLadder.Of(Load("vtd-upper-half-of-a-root-entry-is-cached"));
        Assert.NotNull(ladder);
        return Verifier.Verify(string.Join("\n", ladder.Rungs.Select(Line).Append(ladder.End).Append(ladder.Seen)));
    }

    [Fact]
    public void Nothing_is_drawn_of_another_area() => Assert.Null(WalkLadder.Of(
        Load("virtio-refused-driver-has-its-ring-at-either-place")));

    private static string Line(Rung rung)
    {
        var words = rung.Words.Select(word =>
            $"{word.Now} {word.Former} {word.Until} [{string.Join(' ', word.Deciding)}]");
        return $"{rung.Name} {rung.At}: {string.Join(", ", words)}";
    }

    private static Scenario Load(string name)
    {
        var path = Path.Combine(Repository.Root, "fixtures/scenarios/allowed", name + ScenarioFormat.Extension);
        return ScenarioFormat.Read(File.ReadAllBytes(path), path, id => AreaCatalogue.Find(id)?.Types);
    }
}
