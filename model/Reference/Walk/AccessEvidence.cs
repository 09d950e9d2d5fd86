using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>Which requirements a piece of an access puts to the test: some answer would have violated them.</summary>
internal static class AccessEvidence
{
    public static void Note(AccessView view, ref Verdicts verdicts)
    {
        if (!verdicts.TakesEvidence) return;
        Cover(view, ref verdicts);
        if (!view.IsSeen || view.Faulted) return;
        var requirements = view.Format.Requirements;
        var allowed = view.Allowed;
        if (!allowed.MayFault) verdicts.Met(view.Keeps ?? requirements.Reaches);
        if (!allowed.MustFault) verdicts.Met(requirements.Address);
        else verdicts.Met(requirements.Of(allowed.Results[0].Fault!.Cause));
        var former = view.Former;
        if (former.Led(ofConfiguration: false)) verdicts.Met(requirements.TableInvalidation);
        if (former.Led(ofConfiguration: true)) verdicts.Met(requirements.ConfigurationInvalidation);
        if (!allowed.MayFault && view.WasAbsent) verdicts.Met(requirements.AtOnce);
    }

    private static void Cover(AccessView view, ref Verdicts verdicts)
    {
        var allowed = view.Allowed;
        if (allowed.MustFault)
        {
            verdicts.Cover(WalkCoverpoints.Of(allowed.Results[0].Fault!.Cause));
            if (allowed.Results.Count == 1)
                Codes(view.State, allowed.Results[0].Fault!, ref verdicts);
        }
        else if (allowed.MayFault) verdicts.Cover(WalkCoverpoints.Either);
        else verdicts.Cover(allowed.Results.Count > 1 ? WalkCoverpoints.Versions : WalkCoverpoints.Reaches);
    }

    /// <summary>Something had to fault, and its record can have these codes.</summary>
    public static void Codes(WalkState state, WalkFault fault, ref Verdicts verdicts)
    {
        var points = WalkCoverpoints.Of(state.Configuration.Unit);
        foreach (var code in fault.Codes.AsSpan())
        {
            if (points.OfCode(code) is { } point) verdicts.Cover(point);
        }
    }
}
