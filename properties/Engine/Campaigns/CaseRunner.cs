using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Runs planned cases on a target and judges what is seen.</summary>
/// <remarks>
/// While the target answers as planned, the plan's own judgement is the judgement of the run: the judge is a pure
/// function of state, operation and observation. At the first other answer the case is judged afresh from its start.
/// </remarks>
internal sealed class CaseRunner(Area area, Player player, Planner planner, IHeartbeat heartbeat)
{
    private readonly PlannedCase _plan = new();
    private readonly Referee _referee = new(area);
    private readonly List<Observation> _seen = new(PlannedCase.MostOperations);
    private readonly PairCounter _pairs = new(area);

    /// <summary>The operation that lost the target in the last case; null if none did.</summary>
    public Operation? LostBy { get; private set; }

    /// <summary>Hands over the counts that are still held back.</summary>
    public void Flush(Evidence evidence) => _pairs.Flush(evidence);

    /// <summary>Runs one case.</summary>
    /// <param name="index">The case.</param>
    /// <param name="evidence">Takes what was put to the test.</param>
    /// <param name="failures">Takes the first failure of each signature.</param>
    public void Run(long index, Evidence evidence, FailureSet failures)
    {
        LostBy = null;
        var configuration = planner.Configure(index);
        planner.Plan(index, _plan);
        heartbeat.Beat(index, -1);
        if (player.Reset(configuration) is { } lost)
        {
            failures.AddLost(area, lost, index, configuration, evidence.Operations);
            evidence.CasesRun++;
            return;
        }

        var same = PlayAsPlanned(index);
        if (same == _plan.Count)
        {
            evidence.Add(planner.Referee.Hits, planner.Referee.Covered, planner.Referee.Ambiguous);
            evidence.Operations += (ulong)same;
            _pairs.Count(_plan.Steps);
        }
        else
        {
            Judge(index, configuration, same, evidence, failures);
        }
    }

    // Plays until an answer differs from the planned one; returns how many did not.
    private int PlayAsPlanned(long index)
    {
        var steps = _plan.Steps;
        _seen.Clear();
        for (var i = 0; i < steps.Length; i++)
        {
            heartbeat.Beat(index, i);
            var seen = player.Apply(steps[i].Operation);
            _seen.Add(seen);
            if (!steps[i].Answer.Equals(seen)) return i;
        }

        return steps.Length;
    }

    // Judges the steps that were played, of which the last one differs, and goes on step by step.
    private void Judge(long index, Configuration configuration, int same, Evidence evidence, FailureSet failures)
    {
        var before = evidence.Operations;
        var done = new List<Operation>(_plan.Count);
        var seen = new List<Observation>(_plan.Count);
        var skipped = new List<int>();
        _referee.Start(configuration);
        for (var i = 0; i < _plan.Count; i++)
        {
            var operation = HeldSteps.Without(_plan.Steps[i].Operation, skipped);
            if (i > same)
            {
                if (!_referee.Applies(operation))
                {
                    evidence.Skipped++;
                    skipped.Add(i);
                    continue;
                }

                heartbeat.Beat(index, i);
            }

            var observation = i <= same ? _seen[i] : player.Apply(operation);
            done.Add(operation);
            seen.Add(observation);
            var after = _referee.Step(operation, observation);
            evidence.Operations++;
            if (_referee.Violations.Count > 0)
                failures.Add(_referee.Violations, index, configuration, done, seen, before + (ulong)done.Count);
            if (observation is Lost) LostBy = operation;
            if (after == After.Lost) break;
        }

        evidence.Add(_referee.Hits, _referee.Covered, _referee.Ambiguous);
        _pairs.Count(done);
    }
}
