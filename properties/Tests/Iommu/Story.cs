using IoSpec.Areas.Iommu;
using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Engine;

namespace IoSpec.Tests.Iommu;

/// <summary>A tiny sequence whose last step is answered once honestly and once with a lie.</summary>
/// <param name="Requirement">The requirement that the lie breaks.</param>
/// <param name="Before">The steps before, which are answered as the reference answers.</param>
/// <param name="Last">The last step.</param>
/// <param name="Honest">An answer that breaks nothing.</param>
/// <param name="Lie">The answer that breaks the requirement.</param>
internal sealed record Story(
    string Requirement, IommuOperation[] Before, IommuOperation Last, Observation Honest, Observation Lie)
{
    /// <summary>What the IOMMU is.</summary>
    public IommuTraits Traits { get; init; } = Steps.Traits;

    /// <summary>The requirements that the same lie breaks too.</summary>
    public string[] Also { get; init; } = [];

    /// <summary>Whether the honest answer counts as evidence; for some it is counted at other operations.</summary>
    public bool IsCounted { get; init; } = true;

    /// <summary>Judges the sequence with an answer to its last step.</summary>
    public Referee Judge(Observation last)
    {
        var referee = new Referee(new IommuArea());
        referee.Start(Steps.Machine(Traits));
        foreach (var operation in Before) Step(referee, operation, referee.Answer(operation));
        if (!referee.Applies(Last)) throw new ArgumentException($"{Last} does not apply.", nameof(last));
        referee.Step(Last, last);
        return referee;
    }

    private static void Step(Referee referee, IommuOperation operation, Observation answer)
    {
        if (referee.Applies(operation) && referee.Step(operation, answer) == After.Consistent
            && referee.Violations.Count == 0) return;
        throw new ArgumentException($"{operation} -> {answer} is no step of the story.", nameof(operation));
    }
}
