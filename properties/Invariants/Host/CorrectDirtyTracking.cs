using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Engine;

namespace IoSpec.Invariants.Host;

/// <summary>Correct dirty tracking: what arrives in the other host is what was written last, by whomever.</summary>
/// <param name="ledger">What was written.</param>
public sealed class CorrectDirtyTracking(HostLedger ledger) : Invariant
{
    /// <inheritdoc/>
    public override void Step(Operation operation, Observation seen, ref Verdicts verdicts)
    {
        GuestId? guest = operation switch
        {
            HostOperation.Advance advance => advance.Guest,
            HostOperation.Finish finish => finish.Guest,
            _ => null,
        };
        if (guest is null || seen is not HostObservation.Arrived arrived) return;
        verdicts.Met(HostRequirements.Dirty02);
        var next = 0;
        foreach (var (page, frame) in ledger.PagesOf(guest.Value))
        {
            var holds = -1;
            if (next < arrived.Pages.Count && arrived.Pages[next].Page == page)
                holds = arrived.Pages[next++].Writer.Step;
            if (ledger.MayHold(frame, holds)) continue;
            verdicts.Violate(
                HostRequirements.Dirty02, HostLayout.PageOf(page, new(HostLayout.MostPages)) >= 0 ? "memory" : "bar",
                Deviation.Stale, $"{page} as step {ledger.Writer(frame):d} wrote it",
                holds < 0 ? "as nobody wrote it" : $"as step {holds:d} wrote it");
            return;
        }

        if (next == arrived.Pages.Count) return;
        verdicts.Violate(
            HostRequirements.Dirty02, "pages", Deviation.Extra, "the guest's pages", $"{arrived.Pages[next]}");
    }
}
