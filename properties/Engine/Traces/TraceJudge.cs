using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Judges recorded histories of one target in one area: as a campaign would, without the target.</summary>
/// <param name="head">Whose histories they are.</param>
public sealed class TraceJudge(TraceHead head)
{
    private readonly Area _area = head.Area;
    private readonly Referee _referee = new(head.Area);
    private readonly PairCounter _pairs = new(head.Area);
    private readonly SortedDictionary<string, Failure> _failures = new(StringComparer.Ordinal);
    private readonly List<Operation> _operations = [];
    private readonly List<Observation> _seen = [];
    private readonly Evidence _evidence = new(head.Area.Requirements.All.Count, head.Area.Coverpoints.All.Count);
    private TraceLine.Start? _case;
    private bool _isOver;

    /// <summary>Why nothing that was not broken can be said to hold, in one line; empty if it can.</summary>
    public string Doubt { get; private set; } = "";

    /// <summary>What the histories have shown.</summary>
    public CampaignResult Result => new(
        _area, new TargetIdentity(head.Target, head.Version), head.Capabilities, _evidence,
        [.. _failures.Select(f => f.Value).OrderBy(f => f.Case)], 0, 0);

    /// <summary>Judges a trace.</summary>
    /// <param name="trace">The trace; its first line was read.</param>
    /// <exception cref="BadInputException">It is none; the message says where and why.</exception>
    public void Add(TraceReader trace)
    {
        var (cases, steps) = (0L, 0L);
        TraceLine.End? end = null;
        while (trace.Next() is { } line)
        {
            if (end is not null) throw trace.Bad("there is a line after the last one");
            switch (line)
            {
                case TraceLine.Start start:
                    Begin(trace, start);
                    cases++;
                    break;
                case TraceLine.Step step:
                    if (_case is null) throw trace.Bad("there is an operation before the first configuration");
                    Step(trace, step);
                    steps++;
                    break;
                case TraceLine.Lost lost:
                    if (_case is null) throw trace.Bad("something was lost before the first configuration");
                    Lose(lost);
                    steps++;
                    break;
                case TraceLine.End last: end = last; break;
            }
        }

        EndCase();
        _pairs.Flush(_evidence);
        if (end is null) Say(trace, "the trace ends here without its last line");
        else if (end != new TraceLine.End(cases, steps)) throw trace.Bad("there are other numbers of cases and steps");
    }

    private void Say(TraceReader trace, string doubt)
    {
        if (Doubt.Length == 0) Doubt = $"{OneLine.Of(trace.FileName)}:{trace.LineNumber.ToText()}: {doubt}";
    }

    private void Begin(TraceReader trace, TraceLine.Start start)
    {
        if (_area.ProblemOf(start.Configuration) is { } problem) throw trace.Bad($"configuration: {problem}");
        EndCase();
        (_case, _isOver) = (start, false);
        _operations.Clear();
        _seen.Clear();
        _pairs.StartCase();
        _referee.Start(start.Configuration);
    }

    private void EndCase()
    {
        if (_case is null) return;
        _evidence.AddLength(_operations.Count);
        _evidence.Add(_referee.Hits, _referee.Covered, _referee.Ambiguous);
        _case = null;
    }

    // After a step that cannot be judged the state is not known: what comes later in the case is not judged either.
    private void Step(TraceReader trace, TraceLine.Step step)
    {
        if (_isOver) return;
        if (step.Seen is null || !_referee.Applies(step.Operation))
        {
            Say(trace, step.Seen is null
                ? "what was seen of this operation is not told"
                : "this operation makes no sense after those before it");
            _evidence.Skipped++;
            _isOver = true;
            return;
        }

        _operations.Add(step.Operation);
        _seen.Add(step.Seen);
        _pairs.Count(step.Operation);
        _evidence.Operations++;
        _isOver = _referee.Step(step.Operation, step.Seen) == After.Lost;
        foreach (var violation in _referee.Violations) Add(step.Operation, violation);
    }

    private void Lose(TraceLine.Lost lost)
    {
        if (_isOver) return;
        _isOver = true;
        var loss = new Lost(lost.Kind, lost.Detail);
        Add(FailureSet.LossOf(_area, loss, _case!.Case, _case.Configuration, [.. lost.Operations]));
    }

    private void Add(Operation operation, Violation violation) => Add(new Failure(
        SequenceRunner.SignatureOf(operation, violation), violation, _case!.Case, _case.Configuration,
        [.. _operations], [.. _seen]));

    private void Add(Failure failure)
    {
        var key = failure.Signature.ToString();
        if (_failures.TryGetValue(key, out var first) && first.Case <= failure.Case) return;
        _failures[key] = failure with { IsRecorded = true, OperationsToDetection = _evidence.Operations };
    }
}
