using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>The judge of one case: the area's state and its invariants, with evidence and violations.</summary>
/// <param name="area">The area.</param>
/// <param name="plans">Whether the model is what answers.</param>
internal sealed class Referee(Area area, bool plans = false)
{
    private readonly uint[] _hits = new uint[area.Requirements.All.Count];
    private readonly uint[] _covered = new uint[area.Coverpoints.All.Count];
    private object _state = new();
    private Invariant[] _invariants = [];

    /// <summary>The violations of the last step.</summary>
    public List<Violation> Violations { get; } = [];

    /// <summary>How often each requirement was put to the test in this case.</summary>
    public ReadOnlySpan<uint> Hits => _hits;

    /// <summary>How often each coverpoint occurred in this case.</summary>
    public ReadOnlySpan<uint> Covered => _covered;

    /// <summary>The accesses of this case that were not judged.</summary>
    public uint Ambiguous { get; private set; }

    public void Start(Configuration configuration)
    {
        _state = area.StartState(configuration);
        _invariants = area.StartInvariants(configuration);
        Array.Clear(_hits);
        Array.Clear(_covered);
        Violations.Clear();
        Ambiguous = 0;
    }

    public Operation Draw(ref Choices choices, Capabilities? capabilities) =>
        area.DrawOperation(_state, ref choices, capabilities);

    public bool Applies(Operation operation) => area.AppliesTo(_state, operation);

    public Observation Answer(Operation operation) => area.AnswerTo(_state, operation);

    public After Step(Operation operation, Observation seen)
    {
        Violations.Clear();
        var verdicts = new Verdicts(_hits, _covered, Violations, plans);
        if (seen is Lost lost)
        {
            var field = lost.Kind.ToString().ToLowerInvariant();
            verdicts.Violate(area.Liveness, field, Deviation.Missing, "an answer", lost.Detail);
            return After.Lost;
        }

        verdicts.Met(area.Liveness);
        var after = area.JudgeStep(_state, operation, seen, ref verdicts);
        foreach (var invariant in _invariants) invariant.Step(operation, seen, ref verdicts);
        Ambiguous += verdicts.Ambiguous;
        return after;
    }
}
