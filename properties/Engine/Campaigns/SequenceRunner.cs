using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Runs one given sequence on a target and judges it: for replaying, shrinking and confirming.</summary>
/// <param name="area">The area.</param>
/// <param name="player">The target.</param>
/// <param name="heartbeat">Told about every step.</param>
internal sealed class SequenceRunner(Area area, Player player, IHeartbeat heartbeat)
{
    private readonly Referee _referee = new(area);

    public Outcome Run(Configuration configuration, IReadOnlyList<Operation> operations)
    {
        var done = new List<Operation>(operations.Count);
        var seen = new List<Observation>(operations.Count);
        var violations = new List<StepViolation>();
        _referee.Start(configuration);
        heartbeat.Beat(0, -1);
        if (player.Reset(configuration) is { } lost)
            return new Outcome([], [], [new StepViolation(0, LostAtReset(lost), ViolationBy(lost))]);
        var skipped = new List<int>();
        for (var i = 0; i < operations.Count; i++)
        {
            var operation = HeldSteps.Without(operations[i], skipped);
            if (!_referee.Applies(operation))
            {
                skipped.Add(i);
                continue;
            }

            heartbeat.Beat(0, i);
            var observation = player.Apply(operation);
            done.Add(operation);
            seen.Add(observation);
            var after = _referee.Step(operation, observation);
            foreach (var violation in _referee.Violations)
                violations.Add(new StepViolation(done.Count - 1, SignatureOf(operation, violation), violation));
            if (after == After.Lost) break;
        }

        return new Outcome(done, seen, violations);
    }

    /// <summary>What makes a violation the same as others.</summary>
    public static Signature SignatureOf(Operation operation, Violation violation) => new(
        violation.Requirement.Id, violation.Field, Printer.KindOf(operation), violation.Deviation);

    private Signature LostAtReset(Lost lost) =>
        new(area.Liveness.Id, lost.Kind.ToString().ToLowerInvariant(), "reset", Deviation.Missing);

    private Violation ViolationBy(Lost lost) =>
        new(area.Liveness, lost.Kind.ToString().ToLowerInvariant(), Deviation.Missing, "an answer", lost.Detail);
}
