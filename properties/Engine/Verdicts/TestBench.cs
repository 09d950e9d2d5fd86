using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>A target on which single sequences are run: to replay a scenario, and to shrink it further.</summary>
public sealed class TestBench : IDisposable
{
    private readonly Area _area;
    private readonly IBlockSource _source;

    /// <summary>Opens a target.</summary>
    /// <param name="area">The area.</param>
    /// <param name="source">Where the target comes from.</param>
    /// <param name="workers">How a worker is started, for targets that are played in one.</param>
    public TestBench(Area area, TargetSource source, WorkerCommand workers)
    {
        _area = area;
        _source = source.NeedsWorker
            ? new WorkerBlockSource(area, source.Connection, new Draws(0), workers, () => null)
            : new LocalBlockSource(area, source, new Draws(0), NoHeartbeat.Instance);
    }

    /// <summary>Which implementation it is.</summary>
    public TargetIdentity Identity => _source.Identity;

    /// <summary>Runs a sequence on a fresh target.</summary>
    /// <param name="scenario">The scenario; only its configuration and operations count.</param>
    /// <returns>What was done, seen and violated.</returns>
    public Outcome Run(Scenario scenario)
    {
        _source.Renew();
        return _source.Evaluate(scenario.Configuration, scenario.Operations);
    }

    /// <summary>Runs a sequence on a fresh target in this process, and says what happens while it does.</summary>
    /// <param name="area">The area.</param>
    /// <param name="source">Where the target comes from.</param>
    /// <param name="scenario">The scenario; only its configuration and operations count.</param>
    /// <param name="doing">Told of each operation before it is done.</param>
    /// <param name="saw">Told of what was seen.</param>
    /// <returns>What was done, seen and violated.</returns>
    public static Outcome Watch(
        Area area, TargetSource source, Scenario scenario, Action<Operation> doing, Action<Observation> saw)
    {
        var target = source.Open();
        try
        {
            var player = new WatchedPlayer(area.Play(target), doing, saw);
            var runner = new SequenceRunner(area, player, NoHeartbeat.Instance);
            return runner.Run(scenario.Configuration, scenario.Operations);
        }
        finally
        {
            (target as IDisposable)?.Dispose();
        }
    }

    /// <summary>Shrinks a scenario that fails.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="evaluations">How many sequences may be run.</param>
    /// <returns>The failure, shrunk and tried on fresh targets; null if it does not show.</returns>
    public Failure? Shrink(Scenario scenario, int evaluations)
    {
        var outcome = Run(scenario);
        if (Shown(scenario, outcome) is not { } shown) return null;
        var failure = new Failure(
            shown.Signature, shown.Violation, scenario.Case, scenario.Configuration, scenario.Operations, outcome.Seen);
        var isFixed = _area.FixesConfiguration(_source.Capabilities);
        var isFresh = FreshTarget.IsNeeded(_source, failure);
        var evaluate = isFresh ? FreshTarget.Of(_source) : _source.Evaluate;
        var shrunk = new Shrinker(_area, evaluate, !isFixed, evaluations).Shrink(failure);
        var confirmed = Confirmation.Of(_area, _source, shrunk);
        return Explainer.Explain(_area, _source, evaluate, confirmed, isFresh ? Explainer.InWorkers : Explainer.Usual);
    }

    /// <summary>The violation that a scenario is about; of one that claims nothing, the first.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="outcome">What was seen.</param>
    /// <returns>The violation, or null.</returns>
    public static StepViolation? Shown(Scenario scenario, Outcome outcome) => outcome.Violations.FirstOrDefault(
        v => scenario.Signature.Length == 0 || v.Signature.ToString() == scenario.Signature);

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}
