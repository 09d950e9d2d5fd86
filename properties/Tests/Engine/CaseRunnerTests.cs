using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tests.Faulty;
using IoSpec.Tests.Toy;
using Xunit;

namespace IoSpec.Tests.Engine;

public sealed class CaseRunnerTests
{
    private const int Cases = 200;

    [Fact]
    public void A_target_that_answers_as_planned_leaves_the_evidence_of_judging_afresh() =>
        Assert.Equal(ResultText.Of(JudgedAfresh()), ResultText.Of(Run(new AsPlanned(), out _)));

    [Fact]
    public void A_target_that_answers_otherwise_but_rightly_leaves_the_same_evidence()
    {
        var evidence = Run(new ToyTarget(), out var failures);
        Assert.Empty(failures.All);
        Assert.Equal(ResultText.Of(JudgedAfresh()), ResultText.Of(evidence));
    }

    [Fact]
    public void A_violation_ends_no_case()
    {
        var evidence = Run(new SumsOnce(), out var failures);
        var failure = Assert.Single(failures.All);
        Assert.Equal("TOY-SUM-01/answer/sum/wrongvalue", failure.Signature.ToString());
        Assert.Equal(failure.Operations.Count, failure.Seen.Count);
        Assert.Equal(JudgedAfresh().Operations, evidence.Operations);
    }

    [Fact]
    public void A_lost_target_ends_the_case_and_names_the_operation()
    {
        var (planner, failures) = (new Planner(new ToyArea(), null, new Draws(1)), new FailureSet());
        var runner = new CaseRunner(new ToyArea(), new ToyArea().Play(new Throws()), planner, NoHeartbeat.Instance);
        for (var index = 0; index < Cases; index++)
        {
            runner.Run(index, new Evidence(4, 2), failures);
            if (runner.LostBy is { } by) Assert.IsType<ToyOperation.Read>(by);
        }

        var failure = Assert.Single(failures.All);
        Assert.Equal(ToyRequirements.Live.Id, failure.Signature.Requirement);
        var lost = Assert.IsType<Lost>(failure.Seen[^1]);
        Assert.Equal((Loss.Threw, "InvalidOperationException: no\\u{a}such register"), (lost.Kind, lost.Detail));
    }

    [Fact]
    public void A_target_lost_at_its_reset_is_a_failure_without_operations()
    {
        var failures = new FailureSet();
        var player = new ToyArea().Play(new LostAtReset());
        var planner = new Planner(new ToyArea(), null, new Draws(1));
        var runner = new CaseRunner(new ToyArea(), player, planner, NoHeartbeat.Instance);
        runner.Run(0, new Evidence(4, 2), failures);
        var failure = Assert.Single(failures.All);
        Assert.Equal("TOY-LIVE-01/hung/reset/missing", failure.Signature.ToString());
        Assert.Empty(failure.Operations);
    }

    private static Evidence Run(ITarget target, out FailureSet failures)
    {
        var (area, evidence) = (new ToyArea(), new Evidence(4, 2));
        var planner = new Planner(area, null, new Draws(1));
        var runner = new CaseRunner(area, area.Play(target), planner, NoHeartbeat.Instance);
        failures = new FailureSet();
        for (var index = 0; index < Cases; index++) runner.Run(index, evidence, failures);
        runner.Flush(evidence);
        return evidence;
    }

    // Every case judged from its start, with a judge of its own.
    private static Evidence JudgedAfresh()
    {
        var (area, evidence) = (new ToyArea(), new Evidence(4, 2));
        var (planner, plan, pairs) = (new Planner(area, null, new Draws(1)), new CaseSteps(), new PairCounter(area));
        for (var index = 0; index < Cases; index++)
        {
            planner.Plan(index, plan);
            var referee = new Referee(area);
            referee.Start(planner.Configure(index));
            for (var i = 0; i < plan.Count; i++) referee.Step(plan.Steps[i].Operation, plan.Steps[i].Answer);
            evidence.Add(referee.Hits, referee.Covered, referee.Ambiguous);
            evidence.Operations += (ulong)plan.Count;
            evidence.AddLength(plan.Count);
            pairs.StartCase();
            foreach (var step in plan.Steps) pairs.Count(step.Operation);
        }

        pairs.Flush(evidence);
        return evidence;
    }

    // Its tickets are those of the model: the number of the step.
    private sealed class AsPlanned : ITarget<ToyConfiguration, ToyOperation>
    {
        private readonly ToyTarget _inner = new();
        private ulong _step;

        public TargetIdentity Identity => _inner.Identity;

        public void Reset(ToyConfiguration configuration)
        {
            _inner.Reset(configuration);
            _step = 0;
        }

        public Observation Apply(ToyOperation operation)
        {
            var step = _step++;
            return operation is ToyOperation.Borrow ? new ToyObservation.Number(step) : _inner.Apply(operation);
        }
    }

    private sealed class LostAtReset : ITarget<ToyConfiguration, ToyOperation>
    {
        public TargetIdentity Identity => new("", "");

        public void Reset(ToyConfiguration configuration) => throw new TargetLostException(Loss.Hung, "asleep");

        public Observation Apply(ToyOperation operation) => throw new InvalidOperationException();
    }
}
