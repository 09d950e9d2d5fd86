using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>Names what is wrong with a piece of an access.</summary>
internal static class AccessDeviation
{
    /// <summary>Reports the violation.</summary>
    /// <returns>Always true: there is one.</returns>
    public static bool Name(AccessView view, ref Verdicts verdicts)
    {
        var requirements = view.Format.Requirements;
        var (allowed, seen) = (Describe(view.Allowed), Describe(view.Piece));
        if (view.Piece.Outcome != PieceOutcome.Landed)
        {
            var (broken, deviation) = Missing(view, requirements);
            verdicts.Violate(broken, "outcome", deviation, allowed, seen);
        }
        else if (!IsMalformed(view.Allowed) && view.Former.LedTo(view.Piece.At) is { } ofConfiguration)
        {
            var broken = ofConfiguration ? requirements.ConfigurationInvalidation : requirements.TableInvalidation;
            verdicts.Violate(broken, "address", Deviation.Stale, allowed, seen);
        }
        else if (view.Allowed.MustFault)
        {
            verdicts.Violate(requirements.Of(CauseOf(view)), "outcome", Deviation.Extra, allowed, seen);
        }
        else
        {
            verdicts.Violate(requirements.Address, "address", Deviation.WrongValue, allowed, seen);
        }

        return true;
    }

    // An entry that nobody may follow is followed: that it was sound before does not make it a matter of caching.
    private static bool IsMalformed(AllowedWalks allowed) => allowed.MustFault && allowed.Results[0].Fault!.Cause
        is WalkCause.BadConfiguration or WalkCause.ReservedBit or WalkCause.WrongLevel or WalkCause.KindNotAdmitted
        or WalkCause.IdTooWide or WalkCause.AddressTooWide;

    // Of several causes that each forbid it, one that was passed over before is passed over again.
    private static WalkCause CauseOf(AccessView view)
    {
        var (passed, requester) = (view.State.PassedOver, view.Request.Requester);
        var causes = view.Allowed.Results.Select(result => result.Fault!.Cause).Distinct().ToList();
        if (causes.Count == 1) passed.Add((requester, causes[0]));
        var again = causes.FindIndex(cause => passed.Contains((requester, cause)));
        return causes[Math.Max(again, 0)];
    }

    private static (Requirement Broken, Deviation Deviation) Missing(
        AccessView view, FormatRequirements requirements) => view.Piece.Outcome switch
        {
            PieceOutcome.Unknown when view.Allowed.MustFault =>
                (requirements.Of(CauseOf(view)), Deviation.Extra),
            PieceOutcome.Unknown => (requirements.Address, Deviation.Foreign),
            _ when view.Keeps is { } kept => (kept, Deviation.Missing),
            _ when view.WasAbsent => (requirements.AtOnce, Deviation.Missing),
            _ => (requirements.Reaches, Deviation.Missing),
        };

    private static string Describe(Piece piece) => piece.Outcome switch
    {
        PieceOutcome.Landed => $"landed at {piece.At}",
        PieceOutcome.Unknown => "read what no memory behind the unit holds",
        _ => piece.Outcome.ToString().ToLowerInvariant(),
    };

    private static string Describe(AllowedWalks allowed) => string.Join(" or ", allowed.Results.Select(Describe));

    private static string Describe(WalkResult result) => result.Fault is { } fault
        ? $"blocked ({fault.Cause})"
        : $"landed at {result.Output}";
}
