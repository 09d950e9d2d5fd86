using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>What a journal tells of a failure that must not be shown: its kind alone.</summary>
/// <param name="Requirement">The id of the requirement.</param>
/// <param name="Field">What deviated: of a loss, how the target was lost.</param>
/// <param name="Reproduced">How often it showed again; -1 if it was not tried.</param>
/// <param name="Waiver">The id of the waiver that withholds it; null if none knows it.</param>
internal sealed record JournalWithheld(string Requirement, string Field, int Reproduced, string? Waiver)
{
    /// <summary>Where the failure would be, as far as it is told: a case has no place here.</summary>
    public static JournalWithheld Of(Failure failure, Withheld withheld) => new(
        failure.Signature.Requirement, failure.IsLoss ? failure.Signature.Field : "", failure.Reproduced,
        withheld.Waiver);

    /// <summary>A failure without case and steps, to be counted and named.</summary>
    /// <param name="area">The area.</param>
    /// <param name="configuration">Any configuration: nobody is shown it.</param>
    public Failure ToFailure(Area area, Configuration configuration)
    {
        var requirement = area.Requirements.Find(Requirement)
            ?? throw new SuiteException($"no requirement {Requirement}");
        var violation = new Violation(requirement, Field, Deviation.Missing, "", "");
        var signature = new Signature(Requirement, Field, "", Deviation.Missing);
        return new Failure(signature, violation, 0, configuration, [], [])
        {
            Reproduced = Reproduced,
            Withheld = new Withheld(Waiver),
        };
    }
}
