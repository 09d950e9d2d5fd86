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
    private readonly BatchPlay _batch = new(player, heartbeat);

    /// <summary>The operation that lost the target in the last case; null if none did.</summary>
    public Operation? LostBy { get; private set; }

    /// <summary>
    /// A loss among operations that were played at once, and that did not show when the case was played one by one.
    /// </summary>
    public Failure? Unexplained { get; private set; }

    /// <summary>Whether operations are played one by one, whatever the target wants.</summary>
    public bool OneByOne { get; set; }

    /// <summary>The steps of the last case as they were judged; none if the target was lost before the first.</summary>
    public CaseSteps Played => _played;

    /// <summary>Hands over the counts that are still held back.</summary>
    public void Flush(Evidence evidence) => _pairs.Flush(evidence);

    /// <summary>Runs one case.</summary>
    /// <param name="index">The case.</param>
    /// <param name="evidence">Takes what was put to the test.</param>
    /// <param name="failures">Takes the first failure of each signature.</param>
    public void Run(long index, Evidence evidence, FailureSet failures)
    {
        (LostBy, Unexplained) = (null, null);
        Clear();
        var configuration = planner.Configure(index);
        planner.Plan(index, _plan);
        if (planner.IsNotReplayed(index)) evidence.NotReplayed++;
        if (_plan.Count == 0 && (FailureSweep.Has(index) || planner.IsNotReplayed(index))) return;
        if (FailureSweep.Has(index)) evidence.Swept++;
        if (FailureSweep.IsLast(index)) evidence.Cut++;
        Lost? loss = null;
        var isBatched = !OneByOne && player.MostAtOnce > 1
            && TryInBatches(index, configuration, evidence, failures, out loss);
        // Who was lost once is likely to be lost again: from now on it shows at which operation.
        OneByOne |= loss is not null;
        if (isBatched || !PlayOneByOne(index, configuration, evidence, failures)) return;
        if (loss is not null && LostBy is null)
            Unexplained = FailureSet.LossOf(area, loss, index, configuration, _plan.Operations(_plan.Count));
    }

    // False if the target was lost before the first step.
    private bool PlayOneByOne(long index, Configuration configuration, Evidence evidence, FailureSet failures)
    {
        heartbeat.Beat(index, -1);
        if (player.Reset(configuration) is { } lost)
        {
            failures.Add(FailureSet.LossOf(area, lost, index, configuration, []) with
            {
                OperationsToDetection = evidence.Operations,
            });
            evidence.CasesRun++;
            return false;
        }

        Play(index, configuration, evidence, failures);
        return true;
    }

    // All that was planned is played, as many operations at a time as the target wants, and then judged. False if it
    // was lost, or if what it answered leaves no sense to an operation that it has done by then.
    private bool TryInBatches(
        long index, Configuration configuration, Evidence evidence, FailureSet failures, out Lost? loss)
    {
        loss = _batch.Play(index, configuration, _plan);
        if (loss is not null) return false;
        Clear();
        if (IsAsPlanned())
        {
            foreach (var step in _plan.Steps) Note(step.Operation, step.Answer);
            Count(evidence, asPlanned: true);
            return true;
        }

        var found = new FailureSet();
        _referee.Start(configuration);
        for (var i = 0; i < _plan.Count; i++)
        {
            var (operation, observation) = (_plan.Steps[i].Operation, _batch.Seen[i]);
            if (!_referee.Applies(operation)) return false;
            if (Judge(index, configuration, evidence.Operations, operation, observation, found) == After.Lost) break;
        }

        foreach (var failure in found.All) failures.Add(failure);
        foreach (var step in _played.Steps) _pairs.Count(step.Operation);
        Count(evidence, asPlanned: false);
        return true;
    }

    private bool IsAsPlanned()
    {
        for (var i = 0; i < _plan.Count; i++)
        {
            if (!_plan.Steps[i].Answer.Equals(_batch.Seen[i])) return false;
        }

        return true;
    }

    // Plays and judges step by step; what makes no sense any more, because of other answers, is skipped. Answers that
    // are those of the plan were judged there: with the first other one judging begins, from the start of the case.
    private void Play(long index, Configuration configuration, Evidence evidence, FailureSet failures)
    {
        var before = evidence.Operations;
        Clear();
        var asPlanned = true;
        for (var i = 0; i < _plan.Count; i++)
        {
            var operation = HeldSteps.Without(_plan.Steps[i].Operation, _skipped);
            if (!asPlanned && !_referee.Applies(operation))
            {
                evidence.Skipped++;
                _skipped.Add(i);
                continue;
            }

            heartbeat.Beat(index, i);
            var observation = player.Apply(operation);
            if (asPlanned && _plan.Steps[i].Answer.Equals(observation))
            {
                Note(operation, observation);
                continue;
            }

            if (asPlanned) JudgePlayed(configuration);
            asPlanned = false;
            _pairs.Count(operation);
            var after = Judge(index, configuration, before, operation, observation, failures);
            if (observation is Lost) LostBy = operation;
            if (after == After.Lost) break;
        }

        Count(evidence, asPlanned);
    }

    private void Note(Operation operation, Observation seen)
    {
        _pairs.Count(operation);
        _played.Add(operation, seen);
    }

    private void JudgePlayed(Configuration configuration)
    {
        _referee.Start(configuration);
        foreach (var step in _played.Steps) _referee.Step(step.Operation, step.Answer);
    }

    private void Count(Evidence evidence, bool asPlanned)
    {
        evidence.Operations += (ulong)_played.Count;
        evidence.AddLength(_played.Count);
        if (asPlanned) evidence.Add(planner.Expected.Hits, planner.Expected.Covered, planner.Expected.Ambiguous);
        else evidence.Add(_referee.Hits, _referee.Covered, _referee.Ambiguous);
    }

    private After Judge(
        long index, Configuration configuration, ulong before, Operation operation, Observation seen,
        FailureSet failures)
    {
        _played.Add(operation, seen);
        var after = _referee.Step(operation, seen);
        if (_referee.Violations.Count > 0)
            failures.Add(_referee.Violations, index, configuration, _played, before + (ulong)_played.Count);
        return after;
    }

    private void Clear()
    {
        _played.Clear();
        _skipped.Clear();
        _pairs.StartCase();
    }
}
