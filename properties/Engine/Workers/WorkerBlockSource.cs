using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Plays a target in worker processes: what takes a worker with it is a failure of the case at hand.</summary>
internal sealed class WorkerBlockSource : IBlockSource
{
    private const int MostLosses = 16;
    private readonly Area _area;
    private readonly string _target;
    private readonly Draws _draws;
    private readonly WorkerCommand _command;
    private readonly Func<TimeSpan?> _left;
    private static int _count;
    private readonly string _heartbeatPath = Path.Combine(Path.GetTempPath(), NewName());

    private readonly SharedHeartbeat _heartbeat;
    private readonly HashSet<(long Case, int Step)> _slow = [];
    private StepLimit _limit = new(1, 0, TimeSpan.Zero);
    private WorkerProcess? _worker;

    public WorkerBlockSource(
        Area area, string target, Draws draws, WorkerCommand command, Func<TimeSpan?> left)
    {
        _area = area;
        _target = target;
        _draws = draws;
        _command = command;
        _left = left;
        _heartbeat = new SharedHeartbeat(_heartbeatPath);
        try
        {
            (Identity, Capabilities) = Open();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>How the paths of the traces of its blocks begin; empty to record none.</summary>
    public string Record { get; init; } = "";

    public TargetIdentity Identity { get; private set; }

    public Capabilities? Capabilities { get; private set; }

    public BlockResult Run(long first, int count, Func<bool> goesOn) =>
        Run(first, count, () => goesOn() ? Milliseconds() : 0, Record);

    public BlockResult RunAgain(long first, int count) => Run(first, count, () => long.MaxValue, "");

    private BlockResult Run(long first, int count, Func<long> milliseconds, string record)
    {
        var failures = new FailureSet();
        var losses = new List<WorkerLoss>();
        while (true)
        {
            try
            {
                var request = new WorkerRequest.Block(first, count, [.. losses], milliseconds(), record);
                var ran = Ask<WorkerReply.Ran>(request);
                foreach (var failure in ran.Failures.AsSpan()) failures.Add(failure.ToFailure(_area));
                var evidence = ran.Evidence.ToEvidence();
                evidence.CasesRun += (ulong)losses.Count;
                evidence.Swept += (ulong)losses.Count(loss => FailureSweep.Has(loss.Case));
                return new BlockResult(first, evidence, [.. failures.All]) { IsWhole = ran.IsWhole };
            }
            catch (WorkerLostException lost)
            {
                Drop();
                Note(first, Placed(lost, first, count), failures, losses);
                // The rest of the block would only lose more workers; what went before is kept.
                if (losses.Count >= MostLosses) count = (int)(losses.Max(l => l.Case) - first);
            }
            catch (TargetUnavailableException) when (losses.Count > 0)
            {
                // It does not come up again: what took it down is reported, and the next block will say why.
                var nothing = new Evidence(_area.Requirements.All.Count, _area.Coverpoints.All.Count)
                {
                    CasesRun = (ulong)losses.Count,
                };
                return new BlockResult(first, nothing, [.. failures.All]) { IsWhole = false };
            }
        }
    }

    public Outcome Evaluate(Configuration configuration, IReadOnlyList<Operation> operations)
    {
        var scenario = ScenarioOf.Sequence(_area, configuration, operations, []).Write(_area);
        try
        {
            var evaluated = Ask<WorkerReply.Evaluated>(new WorkerRequest.Evaluate(scenario));
            var seen = ScenarioOf.Text(_area, evaluated.Scenario);
            var violations = evaluated.Violations
                .Select(v => new StepViolation(v.Step, v.ToSignature(), v.ToViolation(_area)));
            return new Outcome(seen.Operations, seen.Seen, [.. violations]);
        }
        catch (WorkerLostException lost)
        {
            Drop();
            return LostOutcome(lost, operations);
        }
    }

    // A target that is lost while it records is in doubt, and confirming has said so.
    public SecondOpinion? AskAgain(Configuration configuration, IReadOnlyList<Operation> operations)
    {
        var scenario = ScenarioOf.Sequence(_area, configuration, operations, []).Write(_area);
        try
        {
            return Ask<WorkerReply.Opinion>(new WorkerRequest.AskAgain(scenario)).Second;
        }
        catch (WorkerLostException)
        {
            Drop();
            return null;
        }
    }

    public void Renew() => Drop();

    public void Dispose()
    {
        Drop();
        _heartbeat.Dispose();
        File.Delete(_heartbeatPath);
    }

    private static string NewName() =>
        $"iospec-{Environment.ProcessId.ToText()}-{Interlocked.Increment(ref _count).ToText()}.heartbeat";

    private long Milliseconds() => _left() is { } left ? Math.Max(0, (long)left.TotalMilliseconds) : long.MaxValue;

    private WorkerProcess Worker()
    {
        if (_worker is null) (Identity, Capabilities) = Open();
        return _worker!;
    }

    private (TargetIdentity Identity, Capabilities? Capabilities) Open()
    {
        _worker = new WorkerProcess(_command, _heartbeat);
        try
        {
            var reply = _worker.Ask(
                new WorkerRequest.Open(_area.Id, _target, WorkerDraws.Of(_area, _draws), _heartbeatPath), _limit);
            if (reply is WorkerReply.Unavailable unavailable) throw new TargetUnavailableException(unavailable.Reason);
            var opened = (WorkerReply.Opened)reply;
            _limit = _limit with { IsLast = opened.KeepsTime };
            var capabilities = opened.Capabilities.Length == 0
                ? null
                : (Capabilities)WorkerLine.ReadValue(opened.Capabilities, _area.CapabilitiesType!);
            return (new TargetIdentity(opened.Name, opened.Version), capabilities);
        }
        catch (WorkerLostException lost)
        {
            Drop();
            throw new TargetUnavailableException($"{_target} was lost while it was opened: {lost.Message}");
        }
        catch
        {
            Drop();
            throw;
        }
    }

    private T Ask<T>(WorkerRequest request)
        where T : WorkerReply =>
        Worker().Ask(request, _limit) switch
        {
            T reply => reply,
            WorkerReply.Unavailable unavailable => throw new TargetUnavailableException(unavailable.Reason),
            var other => throw new SuiteException($"the worker answered {other.GetType().Name}"),
        };

    private void Drop()
    {
        _limit = _limit.Learn(_heartbeat.Beats, _heartbeat.Slowest);
        _worker?.Dispose();
        _worker = null;
    }

    // A case that took the worker with it is planned again, from its seed alone, up to the step at hand.
    // What only was slow is not held against the target: it gets more time, and the block is run again.
    private void Note(long first, WorkerLostException lost, FailureSet failures, List<WorkerLoss> losses)
    {
        var planner = new Planner(_area, Capabilities, _draws);
        if (Before(first, lost.Case, losses) is { } before) planner.Avoided.UnionWith(before.Avoided);
        if (Aim.IsFor(lost.Case) && Before(first, first + Aim.Before, losses) is { } aimed)
            planner.AimBeyond(aimed.Evidence.Covered.AsSpan());
        var plan = new CaseSteps();
        planner.Plan(lost.Case, plan);
        var operations = plan.Operations(Math.Clamp(lost.Step + 1, 0, plan.Count));
        var configuration = planner.Configure(lost.Case);
        if (lost.Kind == Loss.Hung)
        {
            _limit = _limit with { Factor = 2 };
            var again = Evaluate(configuration, operations);
            // Slow once is not hung; twice at the same step it is, and confirming will say whether it needs history.
            if (again.Seen is not [.., Lost] && _slow.Add((lost.Case, lost.Step))) return;
            _limit = _limit with { Factor = 1 };
        }

        var skeleton = operations.Count == 0 ? "reset" : Skeleton.Of(configuration, operations[^1]);
        losses.Add(new WorkerLoss(lost.Case, lost.Step, skeleton, lost.Kind, lost.Message));
        failures.Add(FailureOf(lost, configuration, operations));
    }

    // A worker that died before its first step was lost at the start of the block.
    private static WorkerLostException Placed(WorkerLostException lost, long first, int count) =>
        lost.Case >= first && lost.Case < first + count
            ? lost
            : new WorkerLostException(lost.Kind, lost.Message, first, -1);

    // What the lost worker knew of the block when it planned a case: another one runs the block up to there.
    private WorkerReply.Ran? Before(long first, long index, List<WorkerLoss> losses)
    {
        try
        {
            var before = new WorkerRequest.Block(first, (int)(index - first), [.. losses], long.MaxValue, "");
            return index == first ? null : Ask<WorkerReply.Ran>(before);
        }
        catch (Exception exception) when (exception is WorkerLostException or TargetUnavailableException)
        {
            Drop();
            return null;
        }
    }

    private Failure FailureOf(
        WorkerLostException lost, Configuration configuration, IReadOnlyList<Operation> operations)
    {
        var outcome = LostOutcome(lost, operations);
        var last = outcome.Violations[0];
        return new Failure(last.Signature, last.Violation, lost.Case, configuration, operations, outcome.Seen);
    }

    // What was seen before the loss went with the worker.
    private Outcome LostOutcome(WorkerLostException lost, IReadOnlyList<Operation> operations)
    {
        var done = operations.Take(lost.Step + 1).ToList();
        var field = lost.Kind.ToString().ToLowerInvariant();
        var violation = new Violation(_area.Liveness, field, Deviation.Missing, "an answer", lost.Message);
        var kind = done.Count == 0 ? "reset" : Printer.KindOf(done[^1]);
        var signature = new Signature(_area.Liveness.Id, field, kind, Deviation.Missing);
        var seen = Enumerable.Repeat<Observation>(new Lost(lost.Kind, "not known"), Math.Max(0, done.Count - 1))
            .Append(new Lost(lost.Kind, lost.Message));
        return new Outcome(done, [.. seen], [new StepViolation(Math.Max(0, done.Count - 1), signature, violation)]);
    }
}
