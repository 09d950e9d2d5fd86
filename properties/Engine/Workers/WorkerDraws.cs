using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>What the cases of a campaign follow from, as a worker is told it: the corpus as scenarios.</summary>
internal sealed record WorkerDraws(ulong Seed, ValueList<string> Without, ValueList<string> Corpus)
{
    public static WorkerDraws Of(Area area, Draws draws) => new(
        draws.Seed, [.. draws.Without],
        [.. draws.Corpus.Select(c => ScenarioOf.Sequence(area, c.Configuration, c.Operations, []).Write(area))]);

    public Draws ToDraws(Area area) => new(Seed)
    {
        Without = Without.ToHashSet(StringComparer.Ordinal),
        Corpus = [.. Corpus.Select(text => SampleCase.Of(ScenarioOf.Text(area, text)))],
    };
}
