using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tests.Toy;
using Xunit;

namespace IoSpec.Tests.Engine;

public sealed class AimTests
{
    [Fact]
    public void Only_the_last_cases_of_a_block_aim()
    {
        var (plain, aiming) = (Planned(), Planned());
        aiming.AimBeyond([1, 0]);
        var differing = Enumerable.Range(0, 2 * BlockRunner.Size).Select(i => (long)i)
            .Where(index => !Lines(plain, index).SequenceEqual(Lines(aiming, index), StringComparer.Ordinal)).ToList();
        Assert.NotEmpty(differing);
        Assert.All(differing, index => Assert.True(Aim.IsFor(index)));
    }

    [Fact]
    public void Where_everything_was_reached_nothing_is_aimed_at()
    {
        var (plain, aiming) = (Planned(), Planned());
        aiming.AimBeyond([3, 1]);
        Assert.All(Aiming(), index => Assert.Equal(Lines(plain, index), Lines(aiming, index), StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_aimed_at_is_reached_more_often()
    {
        var (plain, aiming) = (Planned(), Planned());
        aiming.AimBeyond([1, 0]);
        Assert.InRange(Reached(plain), 1, Reached(aiming) / 2);
    }

    private static Planner Planned() => new(new ToyArea(), null, new Draws(1));

    private static IEnumerable<long> Aiming() =>
        Enumerable.Range(0, 40 * BlockRunner.Size).Select(i => (long)i).Where(Aim.IsFor);

    private static int Reached(Planner planner) =>
        Aiming().Count(index => Covers(planner.Configure(index), Plan(planner, index)));

    private static bool Covers(Configuration configuration, CaseSteps plan)
    {
        var referee = new Referee(new ToyArea());
        referee.Start(configuration);
        foreach (var step in plan.Steps) referee.Step(step.Operation, step.Answer);
        return referee.Covered[ToyRequirements.Most.Index] > 0;
    }

    private static IEnumerable<string> Lines(Planner planner, long index) =>
        Plan(planner, index).Operations(Plan(planner, index).Count).Select(Printer.Line);

    private static CaseSteps Plan(Planner planner, long index)
    {
        var plan = new CaseSteps();
        planner.Plan(index, plan);
        return plan;
    }
}
