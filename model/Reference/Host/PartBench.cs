using IoSpec.Contracts;
using IoSpec.Contracts.Host;

namespace IoSpec.Reference.Host;

/// <summary>Takes what the judge of another area says, as evidence for one requirement of a host.</summary>
/// <param name="requirements">The catalogue of that area.</param>
/// <param name="coverpoints">Its coverpoints.</param>
public sealed class PartBench(RequirementTable requirements, CoverTable coverpoints)
{
    private uint[]? _hits;
    private uint[]? _covered;
    private readonly List<Violation> _violations = [];

    /// <summary>Begins a step of that judge.</summary>
    /// <param name="host">What the host's judge writes to.</param>
    /// <returns>What that judge writes to.</returns>
    public Verdicts Open(in Verdicts host)
    {
        if (!host.TakesEvidence) return new Verdicts(_violations);
        _hits ??= new uint[requirements.All.Count];
        _covered ??= new uint[coverpoints.All.Count];
        Array.Clear(_hits);
        return new Verdicts(_hits, _covered, _violations, host.Plans);
    }

    /// <summary>Ends it: what was put to the test and what was broken is told to the host.</summary>
    /// <param name="part">What that judge has written to.</param>
    /// <param name="requirement">The requirement of the host.</param>
    /// <param name="host">What the host's judge writes to.</param>
    public void Close(in Verdicts part, Requirement requirement, ref Verdicts host)
    {
        for (var i = part.Ambiguous; i > 0; i--) host.GiveUp();
        if (host.TakesEvidence) Met(requirement, host);
        foreach (var violation in _violations)
        {
            host.Violate(
                Of(violation.Requirement, requirement), $"{violation.Requirement.Id}/{violation.Field}",
                violation.Deviation, violation.Allowed, violation.Seen);
        }

        _violations.Clear();
    }

    private static Requirement Of(Requirement part, Requirement requirement) =>
        part.Axis == Axis.Precision ? HostRequirements.Pre01 : requirement;

    private void Met(Requirement requirement, in Verdicts host)
    {
        for (var i = 0; i < _hits!.Length; i++)
        {
            if (_hits[i] > 0) host.Met(Of(requirements.All[i], requirement));
        }
    }
}
