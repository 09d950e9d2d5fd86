using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Before a failure is reported it runs on fresh targets.</summary>
public static class Confirmation
{
    /// <summary>How often a failure is tried.</summary>
    public const int Tries = 3;

    /// <summary>The failure with how often it showed again, and with what was seen then.</summary>
    internal static Failure Of(Area area, IBlockSource source, Failure failure)
    {
        var shown = 0;
        var confirmed = failure;
        for (var i = 0; i < Tries; i++)
        {
            source.Renew();
            var outcome = source.Evaluate(failure.Configuration, failure.Operations);
            if (Find(outcome, failure.Signature) is not { } found) continue;
            shown++;
            confirmed = failure with
            {
                Violation = found.Violation,
                Operations = [.. outcome.Operations.Take(found.Step + 1)],
                Seen = [.. outcome.Seen.Take(found.Step + 1)],
            };
        }

        return confirmed with { Reproduced = shown };
    }

    /// <summary>The first step that shows a signature.</summary>
    internal static StepViolation? Find(Outcome outcome, Signature signature)
    {
        foreach (var violation in outcome.Violations)
        {
            if (violation.Signature == signature) return violation;
        }

        return null;
    }
}
