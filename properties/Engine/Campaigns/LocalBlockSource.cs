using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Plays a target in this process.</summary>
internal sealed class LocalBlockSource : IBlockSource
{
    private static readonly SortedDictionary<long, WorkerLoss> None = [];
    private readonly Area _area;
    private readonly TargetSource _source;
    private readonly Draws _draws;
    private readonly FailureSweep _sweep;
    private readonly IHeartbeat _heartbeat;
    private readonly bool _isTrusted;
    private readonly Func<string, Area?> _areas;
    private bool _wasSlow;
    private bool _hasRun;
    private ITarget _target;
    private Player _player;
    private BlockRunner _blocks;

    public LocalBlockSource(
        Area area, TargetSource source, Draws draws, IHeartbeat heartbeat, Func<string, Area?>? areas = null)
    {
        _areas = areas ?? (_ => null);
        _isTrusted = !source.NeedsWorker;
        _area = area;
        _source = source;
        _draws = draws;
        _sweep = new FailureSweep(area, draws) { Heartbeat = heartbeat };
        _heartbeat = heartbeat;
        (_target, _player, _blocks) = Open();
    }

    public TargetIdentity Identity => _target.Identity;

    public Capabilities? Capabilities => _player.Capabilities;

    /// <summary>Takes what is played; null if nobody wants it.</summary>
    public BlockRecord? Record { get; set; }

    public bool KeepsTime => _target.KeepsTime;

    public BlockResult Run(long first, int count, Func<bool> goesOn) => Run(first, count, None, goesOn);

    public BlockResult RunAgain(long first, int count)
    {
        var record = Record;
        Record = null;
        try
        {
            return Run(first, count, () => true);
        }
        finally
        {
            Record = record;
        }
    }

    // The block is the unit: what a target remembers of an earlier one must not show in this one.
    public BlockResult Run(long first, int count, IReadOnlyDictionary<long, WorkerLoss> losses, Func<bool> goesOn)
    {
        if (_blocks.IsEmpty(first)) return _blocks.Run(first, 0, losses, goesOn);
        if (_hasRun) Renew();
        _hasRun = true;
        var result = RunOnce(first, count, losses, goesOn);
        Record?.End(_area, first);
        return result;
    }

    public Outcome Evaluate(Configuration configuration, IReadOnlyList<Operation> operations) =>
        new SequenceRunner(_area, _player, _heartbeat).Run(configuration, operations);

    public SecondOpinion? AskAgain(Configuration configuration, IReadOnlyList<Operation> operations) =>
        SecondJudge.Ask(_target, _areas, () => Evaluate(configuration, operations));

    public void Renew()
    {
        Dispose();
        (_target, _player, _blocks) = Open();
    }

    public void Dispose() => (_target as IDisposable)?.Dispose();

    private void BeginRecord()
    {
        _blocks.Record = Record;
        Record?.Begin(_area, _source, Identity.Version, Capabilities);
    }

    // What a case shows only after those before it is looked for in the whole block, one operation at a time.
    private BlockResult RunOnce(
        long first, int count, IReadOnlyDictionary<long, WorkerLoss> losses, Func<bool> goesOn)
    {
        BeginRecord();
        var result = _blocks.Run(first, count, losses, goesOn);
        if (result.Unexplained is not { } loss) return result;
        Renew();
        BeginRecord();
        var again = _blocks.Run(first, count, losses, goesOn, oneByOne: true);
        if (again.Failures.Any(failure => failure.Seen is [] or [.., Lost]) || IsForgiven(loss)) return again;
        return again with { Failures = [.. again.Failures, loss] };
    }

    // Slow once is not hung.
    private bool IsForgiven(Failure loss)
    {
        var isFirst = !_wasSlow;
        if (loss.Seen is not [.., Lost { Kind: Loss.Hung }]) return false;
        _wasSlow = true;
        return isFirst;
    }

    private (ITarget Target, Player Player, BlockRunner Blocks) Open()
    {
        var target = _source.Open();
        try
        {
            var player = _area.Play(target);
            if (_isTrusted) return (target, player, new BlockRunner(_area, player, _draws, _sweep, _heartbeat));
            SampleCase.Check(_area, player.Capabilities);
            player = new CheckedPlayer(player, Shape.Of(_area.Types.Observation));
            return (target, player, new BlockRunner(_area, player, _draws, _sweep, _heartbeat));
        }
        catch
        {
            (target as IDisposable)?.Dispose();
            throw;
        }
    }
}
