using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>What is said of a failure.</summary>
/// <param name="Failure">The failure.</param>
/// <param name="Raw">The verdict as if there were no waivers; nothing rewrites it.</param>
/// <param name="Verdict">The verdict that counts.</param>
/// <param name="Waiver">The waiver that knows the failure; null if none does.</param>
/// <param name="IsUnknownVersion">Whether it only warns because nothing is known of this version of the target.</param>
public sealed record FailureVerdict(
    Failure Failure, Verdict Raw, Verdict Verdict, Waiver? Waiver, bool IsUnknownVersion)
{
    /// <summary>
    /// Whether nothing but target, version and kind may be shown: a waiver withholds it, or it is a new way to crash,
    /// stop or eavesdrop on what others use.
    /// </summary>
    public bool IsPrivate { get; init; }

    /// <summary>Judges a failure.</summary>
    /// <param name="area">The area.</param>
    /// <param name="failure">The failure.</param>
    /// <param name="waivers">The waivers.</param>
    /// <param name="target">The target.</param>
    /// <returns>The verdict.</returns>
    public static FailureVerdict Of(Area area, Failure failure, WaiverBook waivers, WaivedTarget target)
    {
        var raw = RawOf(area, failure);
        if (failure.Withheld is { } withheld) return OfWithheld(failure, raw, waivers, target, withheld);
        // A waiver is about a product, and this is not its fault.
        var waiver = raw == Verdict.Error ? null : waivers.Find(failure.Signature, target);
        var isPrivate = waiver is not null
            ? waiver.IsWithheld
            : waivers.Withholds(failure.Signature, target) || (target.IsProduct && Endangers(area, failure));
        var isUnknown = waiver is null && raw.Accuses() && waivers.IsUnknownVersion(target);
        var verdict = waiver is not null ? Verdict.Waived : isUnknown ? Verdict.Warn : raw;
        return new FailureVerdict(failure, raw, verdict, waiver, isUnknown) { IsPrivate = isPrivate };
    }

    private static FailureVerdict OfWithheld(
        Failure failure, Verdict raw, WaiverBook waivers, WaivedTarget target, Withheld withheld)
    {
        var waiver = waivers.All.FirstOrDefault(w => w.Id == withheld.Waiver);
        var isUnknown = waiver is null && raw.Accuses() && waivers.IsUnknownVersion(target);
        var verdict = waiver is not null ? Verdict.Waived : isUnknown ? Verdict.Warn : raw;
        return new FailureVerdict(failure, raw, verdict, waiver, isUnknown) { IsPrivate = true };
    }

    // Also when it is in doubt.
    private static bool Endangers(Area area, Failure failure) =>
        failure.Violation.Requirement.Id == area.Liveness.Id || IsAboutLeaks(failure.Violation.Requirement);

    /// <summary>The verdict of a failure as if there were no waivers.</summary>
    /// <remarks>
    /// An implementation that throws has crashed: its process would have ended. One that answers what is no answer is
    /// alive: it fails the requirement of liveness. What did not show on every fresh target is in doubt, and so is a
    /// loss that was never tried again, unless a record tells of it.
    /// </remarks>
    /// <param name="area">The area.</param>
    /// <param name="failure">The failure.</param>
    /// <returns>CRASH, HANG, LEAK, FAIL, WARN, FLAKY, or ERROR if a second judge does not agree.</returns>
    public static Verdict RawOf(Area area, Failure failure)
    {
        var isUnconfirmed = failure.Reproduced < 0 && failure.IsLoss && !failure.IsRecorded;
        if (isUnconfirmed || failure.Reproduced is >= 0 and < Confirmation.Tries) return Verdict.Flaky;
        var requirement = failure.Violation.Requirement;
        if (requirement.Id == area.Liveness.Id)
        {
            if (IsLossBy(failure, Loss.Hung)) return Verdict.Hang;
            if (IsLossBy(failure, Loss.Crashed) || IsLossBy(failure, Loss.Threw)) return Verdict.Crash;
        }

        if (!requirement.Fails) return Verdict.Warn;
        if (failure.SecondOpinion is { Agrees: false }) return Verdict.Error;
        return IsAboutLeaks(requirement) ? Verdict.Leak : Verdict.Fail;
    }

    private static bool IsLossBy(Failure failure, Loss loss) =>
        failure.Violation.Field.Equals(loss.ToString(), StringComparison.OrdinalIgnoreCase);

    // Ids are <AREA>-<GROUP>-<NUMBER>; this group is the same in all areas.
    private static bool IsAboutLeaks(Requirement requirement) =>
        requirement.Id.Split('-') is [.., "LEAK", _];
}
