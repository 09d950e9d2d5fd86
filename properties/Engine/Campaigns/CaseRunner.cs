using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Runs planned cases on a target and judges what is seen.</summary>
internal sealed class CaseRunner(Area area, Player player, Planner planner, IHeartbeat heartbeat)
{
    private readonly CaseSteps _plan = new();
    private readonly Referee _referee = new(area);
    private readonly CaseSteps _played = new();
    private readonly List<int> _skipped = [];
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

        Play(index, configuration, evidence, failures);
        evidence.Add(_referee.Hits, _referee.Covered, _referee.Ambiguous);
    }

    // Plays and judges step by step; what makes no sense any more, because of other answers, is skipped.
    private void Play(long index, Configuration configuration, Evidence evidence, FailureSet failures)
    {
        var before = evidence.Operations;
        Clear();
        _referee.Start(configuration);
        for (var i = 0; i < _plan.Count; i++)
        {
            var operation = HeldSteps.Without(_plan.Steps[i].Operation, _skipped);
            if (!_referee.Applies(operation))
            {
                evidence.Skipped++;
                _skipped.Add(i);
                continue;
            }

            heartbeat.Beat(index, i);
            var observation = player.Apply(operation);
            _played.Add(operation, observation);
            _pairs.Count(operation);
            var after = _referee.Step(operation, observation);
            if (_referee.Violations.Count > 0)
                failures.Add(_referee.Violations, index, configuration, _played, before + (ulong)_played.Count);
            if (observation is Lost) LostBy = operation;
            if (after == After.Lost) break;
        }

        evidence.Operations += (ulong)_played.Count;
    }

    private void Clear()
    {
        _played.Clear();
        _skipped.Clear();
        _pairs.StartCase();
    }
}
