namespace IoSpec.Contracts;

/// <summary>What judging says while it goes: evidence, coverage and violations.</summary>
/// <remarks>The arrays belong to the caller and are indexed by requirement and coverpoint.</remarks>
public struct Verdicts
{
    private readonly uint[]? _hits;
    private readonly uint[]? _covered;
    private readonly List<Violation> _violations;

    /// <summary>Writes into arrays of the caller's.</summary>
    /// <param name="hits">One count per requirement of the area's table.</param>
    /// <param name="covered">One count per coverpoint of the area's table.</param>
    /// <param name="violations">Takes the violations of the step.</param>
    /// <param name="plans">Whether the model is what answers.</param>
    public Verdicts(uint[] hits, uint[] covered, List<Violation> violations, bool plans = false)
    {
        _hits = hits;
        _covered = covered;
        _violations = violations;
        Plans = plans;
    }

    /// <summary>Writes violations only: for a sequence that no target has played yet.</summary>
    /// <param name="violations">Takes the violations of the step.</param>
    public Verdicts(List<Violation> violations) => (_violations, Plans) = (violations, true);

    /// <summary>Whether evidence is wanted; where it is not, what only finds it is left out.</summary>
    public readonly bool TakesEvidence => _hits is not null;

    /// <summary>
    /// Whether the model is what answers, and takes the step with the state; where a target answers nobody asks it.
    /// </summary>
    public bool Plans { get; }

    /// <summary>The number of accesses whose allowed results were too many to enumerate.</summary>
    public uint Ambiguous { get; private set; }

    /// <summary>The requirement was put to the test: some possible answer would have violated it.</summary>
    /// <param name="requirement">The requirement.</param>
    public readonly void Met(Requirement requirement)
    {
        if (_hits is not null) _hits[requirement.Index]++;
    }

    /// <summary>The situation occurred.</summary>
    /// <param name="point">The coverpoint.</param>
    public readonly void Cover(Coverpoint point)
    {
        if (_covered is not null) _covered[point.Index]++;
    }

    /// <summary>The step broke a requirement.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="field">The deviating part of the observation.</param>
    /// <param name="deviation">How it deviates.</param>
    /// <param name="allowed">What would have been allowed, in words.</param>
    /// <param name="seen">What was seen, in words.</param>
    public readonly void Violate(
        Requirement requirement, string field, Deviation deviation, string allowed, string seen)
    {
        Met(requirement);
        _violations.Add(new Violation(requirement, field, deviation, allowed, seen));
    }

    /// <summary>The step was not judged: too many results were allowed.</summary>
    public void GiveUp() => Ambiguous++;
}
