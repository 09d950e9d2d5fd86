using System.Diagnostics;
using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Exec;

/// <summary>A plug-in may answer whatever its area can say: the judge takes it, and soon.</summary>
public sealed class AnyAnswerTests
{
    private const int Cases = 60;
    private const ulong Seed = 0xa5_4e5;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    public static TheoryData<string> Ids { get; } = [.. AreaCatalogue.All.Select(area => area.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_judge_takes_any_answer_of_its_area(string id)
    {
        var area = AreaCatalogue.Find(id)!;
        var random = new SmallRandom(Seed);
        var answers = ShapeSamples.Of(Shape.Of(area.Types.Observation)).OfType<Observation>()
            .Where(seen => seen is not Lost).ToList();
        var (referee, truth) = (new Referee(area), new Referee(area, plans: true));
        var strange = 0;
        for (var index = 0; index < Cases; index++)
        {
            var sample = SampleCase.Of(area, null, Seed, index);
            referee.Start(sample.Configuration);
            truth.Start(sample.Configuration);
            foreach (var operation in sample.Operations)
            {
                if (!truth.Applies(operation)) continue;
                var right = truth.Answer(operation);
                truth.Step(operation, right);
                if (!referee.Applies(operation)) continue;
                var isStrange = random.Below(8) == 0;
                var seen = isStrange ? random.Of(answers) : right;
                var clock = Stopwatch.StartNew();
                var after = referee.Step(operation, seen);
                Assert.True(clock.Elapsed < Soon, $"{operation} -> {seen}: {clock.Elapsed}");
                if (isStrange) strange++;
                if (after == After.Lost) break;
            }
        }

        Assert.InRange(strange, Cases / 2, int.MaxValue);
    }
}
