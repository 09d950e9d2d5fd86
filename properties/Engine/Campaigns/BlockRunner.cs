using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Runs a block of cases: the unit of feedback, of parallel work, of shards and of resuming.</summary>
internal sealed class BlockRunner
{
    /// <summary>The cases of a block.</summary>
    public const int Size = 256;

    /// <summary>How often a skeleton may lose the target before it is avoided.</summary>
    public const int Losses = 3;

    private readonly Area _area;
    private readonly Planner _planner;
    private readonly CaseRunner _runner;
    private readonly IHeartbeat _heartbeat;

    /// <summary>Takes the cases as they were judged; null if nobody wants them.</summary>
    public BlockRecord? Record { get; set; }

    public BlockRunner(Area area, Player player, Draws draws, FailureSweep sweep, IHeartbeat heartbeat)
    {
        (_area, _heartbeat) = (area, heartbeat);
        _planner = new Planner(area, player.Capabilities, draws, sweep);
        _runner = new CaseRunner(area, player, _planner, heartbeat);
    }

    /// <summary>The first case of the block after that of a case.</summary>
    public static long After(long index) => (index & -Size) + Size;

    /// <summary>Whether a block has no case: those with a call that fails end before it.</summary>
    public bool IsEmpty(long first)
    {
        if (!FailureSweep.Has(first)) return false;
        _heartbeat.Beat(first, -1);
        var plan = new CaseSteps();
        _planner.Plan(first, plan);
        return plan.Count == 0;
    }

    /// <summary>Runs the cases of a block.</summary>
    /// <param name="first">The first case.</param>
    /// <param name="count">How many, up to <see cref="Size"/>.</param>
    /// <param name="losses">Cases that took the worker with them and are left out, with how they did.</param>
    /// <param name="goesOn">Asked before every case; false ends the block early.</param>
    /// <param name="oneByOne">Whether operations are played one by one, whatever the target wants.</param>
    public BlockResult Run(
        long first, int count, IReadOnlyDictionary<long, WorkerLoss> losses, Func<bool> goesOn, bool oneByOne = false)
    {
        _runner.OneByOne = oneByOne;
        Failure? unexplained = null;
        var evidence = new Evidence(_area.Requirements.All.Count, _area.Coverpoints.All.Count);
        var failures = new FailureSet();
        _planner.Avoided.Clear();
        _planner.AimBeyond([]);
        var (lost, dropped) = (_planner.Lost, _planner.Dropped);
        var (isWhole, aims) = (true, false);
        for (var index = first; index < first + count; index++)
        {
            if (!goesOn())
            {
                isWhole = false;
                break;
            }

            if (Aim.IsFor(index) && !aims) _planner.AimBeyond(evidence.Covered);
            aims = Aim.IsFor(index);
            if (losses.TryGetValue(index, out var loss))
            {
                Tell(loss, ref lost, ref dropped);
                Avoid(failures, loss.Skeleton);
                continue;
            }

            _runner.Run(index, evidence, failures);
            if ((unexplained = _runner.Unexplained) is not null) break;
            if (_runner.Played.Count > 0) Record?.Add(index, _planner.Configure(index), _runner.Played);
            if (_runner.LostBy is { } operation) Avoid(failures, Skeleton.Of(_planner.Configure(index), operation));
        }

        _runner.Flush(evidence);
        evidence.Skipped += _planner.Dropped - dropped;
        (evidence.Avoided, evidence.Discarded, evidence.Stuck) = _planner.Lost - lost;
        return new BlockResult(first, evidence, [.. failures.All])
        {
            IsWhole = isWhole,
            Unexplained = unexplained,
            Avoided = [.. _planner.Avoided.Order(StringComparer.Ordinal)],
        };
    }

    // The case is planned again for the record alone, and its draws do not count.
    private void Tell(WorkerLoss loss, ref DrawCount lost, ref ulong dropped)
    {
        if (Record is null) return;
        var (before, kept) = (_planner.Lost, _planner.Dropped);
        var plan = new CaseSteps();
        _planner.Plan(loss.Case, plan);
        var operations = plan.Operations(Math.Clamp(loss.Step + 1, 0, plan.Count));
        Record.Add(loss.Case, _planner.Configure(loss.Case), operations, new Lost(loss.Kind, loss.Detail));
        lost += _planner.Lost - before;
        dropped += _planner.Dropped - kept;
    }

    private void Avoid(FailureSet failures, string skeleton)
    {
        if (failures.CountLoss(skeleton) >= Losses) _planner.Avoided.Add(skeleton);
    }
}
