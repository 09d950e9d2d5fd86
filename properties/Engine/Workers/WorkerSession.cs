using System.Diagnostics;

namespace IoSpec.Engine;

/// <summary>What a worker has open.</summary>
internal sealed class WorkerSession(Func<string, Area?> areas, Func<string, Area, TargetSource> targets) : IDisposable
{
    private Area? _area;
    private LocalBlockSource? _source;
    private SharedHeartbeat? _heartbeat;
    private Draws _draws = new(0);

    private (Area Area, LocalBlockSource Source) Opened =>
        (_area ?? throw new SuiteException("nothing is open"), _source ?? throw new SuiteException("nothing is open"));

    public WorkerReply Open(WorkerRequest.Open open)
    {
        Dispose();
        _area = areas(open.Area) ?? throw new SuiteException($"no area {open.Area}");
        _heartbeat = new SharedHeartbeat(open.Heartbeat);
        _draws = open.Draws.ToDraws(_area);
        _source = new LocalBlockSource(_area, targets(open.Target, _area), _draws, _heartbeat, areas);
        var capabilities = _source.Capabilities is { } own && _area.CapabilitiesType is { } type
            ? WorkerLine.WriteValue(own, type)
            : "";
        return new WorkerReply.Opened(_source.Identity.Name, _source.Identity.Version, capabilities, _source.KeepsTime);
    }

    public WorkerReply Run(WorkerRequest.Block block)
    {
        var (area, source) = Opened;
        source.Record = BlockRecord.Of(block.Record, _draws.Seed);
        var clock = Stopwatch.StartNew();
        var losses = block.Losses.DistinctBy(loss => loss.Case).ToDictionary(loss => loss.Case);
        var result = source.Run(
            block.First, block.Count, losses, () => clock.ElapsedMilliseconds < block.Milliseconds);
        return new WorkerReply.Ran(
            WorkerEvidence.Of(result.Evidence), [.. result.Failures.Select(f => WorkerFailure.Of(area, f))],
            [.. result.Avoided], result.IsWhole);
    }

    public WorkerReply Evaluate(WorkerRequest.Evaluate evaluate)
    {
        var (area, source) = Opened;
        var scenario = ScenarioOf.Text(area, evaluate.Scenario);
        var outcome = source.Evaluate(scenario.Configuration, scenario.Operations);
        return new WorkerReply.Evaluated(
            ScenarioOf.Sequence(area, scenario.Configuration, outcome.Operations, outcome.Seen).Write(area),
            [.. outcome.Violations.Select(v => WorkerViolation.Of(v.Step, v.Signature, v.Violation))]);
    }

    public WorkerReply AskAgain(WorkerRequest.AskAgain again)
    {
        var (area, source) = Opened;
        var scenario = ScenarioOf.Text(area, again.Scenario);
        return new WorkerReply.Opinion(source.AskAgain(scenario.Configuration, scenario.Operations));
    }

    public void Dispose()
    {
        _source?.Dispose();
        _heartbeat?.Dispose();
        _source = null;
        _heartbeat = null;
    }
}
