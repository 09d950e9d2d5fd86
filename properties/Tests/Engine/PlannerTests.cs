using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tests.Toy;
using Xunit;

namespace IoSpec.Tests.Engine;

public sealed class PlannerTests
{
    [Fact]
    public void A_case_is_planned_alone_as_it_is_planned_among_others()
    {
        var planner = new Planner(new ToyArea(), null, new Draws(1));
        for (var index = 0; index < 100; index++) _ = Lines(planner, index);
        Assert.All([0L, 7, 8, 41, 99], index => Assert.Equal(
            Lines(new Planner(new ToyArea(), null, new Draws(1)), index), Lines(planner, index),
            StringComparer.Ordinal));
    }

    [Fact]
    public void The_answers_of_the_model_never_break_the_model()
    {
        var planner = new Planner(new ToyArea(), null, new Draws(3));
        var plan = new CaseSteps();
        for (var index = 0; index < 300; index++)
        {
            planner.Plan(index, plan);
            Assert.InRange(plan.Count, 1, CaseSteps.MostOperations);
            Assert.Equal(plan.Count, plan.Steps.Length);
        }
    }

    [Fact]
    public void An_area_whose_answers_break_it_is_an_error_of_the_suite()
    {
        var planner = new Planner(new LyingArea(), null, new Draws(1));
        var exception = Assert.Throws<SuiteException>(() => PlanAll(planner, 10));
        Assert.Contains("TOY-SUM-01", exception.Message, StringComparison.Ordinal);
        Assert.Contains("of toy", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Eight_cases_share_a_configuration()
    {
        var planner = new Planner(new ToyArea(), null, new Draws(1));
        Assert.Same(planner.Configure(8), planner.Configure(15));
        Assert.NotSame(planner.Configure(15), planner.Configure(16));
        Assert.Equal(planner.Configure(8), new Planner(new ToyArea(), null, new Draws(1)).Configure(15));
    }

    [Fact]
    public void What_is_avoided_is_not_planned_and_is_counted()
    {
        var planner = new Planner(new ToyArea(), null, new Draws(1));
        var skeleton = Skeleton.Of(planner.Configure(0), new ToyOperation.Borrow());
        planner.Avoided.Add(skeleton);
        var plan = new CaseSteps();
        for (var index = 0; index < 50; index++)
        {
            planner.Plan(index, plan);
            foreach (var step in plan.Steps)
                Assert.NotEqual(
                    skeleton, Skeleton.Of(planner.Configure(index), step.Operation), StringComparer.Ordinal);
        }

        Assert.True(planner.Lost.Avoided > 0);
    }

    [Fact]
    public void A_skeleton_is_an_operation_without_its_numbers()
    {
        var configuration = new Planner(new ToyArea(), null, new Draws(1)).Configure(0);
        var one = Skeleton.Of(configuration, new ToyOperation.Write(new Register(1), 5));
        Assert.Equal(one, Skeleton.Of(configuration, new ToyOperation.Write(new Register(7), 0)));
        Assert.NotEqual(
            one, Skeleton.Of(configuration, new ToyOperation.Read(new Register(1))), StringComparer.Ordinal);
    }

    private static void PlanAll(Planner planner, int count)
    {
        var plan = new CaseSteps();
        for (var index = 0; index < count; index++) planner.Plan(index, plan);
    }

    private static List<string> Lines(Planner planner, long index)
    {
        var plan = new CaseSteps();
        planner.Plan(index, plan);
        var lines = new List<string> { Printer.Line(planner.Configure(index)) };
        foreach (var step in plan.Steps) lines.Add(Printer.Line(step.Operation));
        foreach (var step in plan.Steps) lines.Add(Printer.Line(step.Answer));
        return lines;
    }

    private sealed class LyingArea : ToyArea
    {
        protected override Observation Answer(ToyState state, ToyOperation operation) =>
            operation is ToyOperation.Sum
                ? new ToyObservation.Number((ulong)state.Step++)
                : base.Answer(state, operation);
    }
}
