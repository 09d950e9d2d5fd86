using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Engine;

namespace IoSpec.Invariants.Host;

/// <summary>
/// Every byte that changed had a writer that was allowed, and what was to be emptied is empty: a page holds what the
/// last one wrote that reached it.
/// </summary>
/// <param name="ledger">What was written.</param>
public sealed class NothingLeftInMemory(HostLedger ledger) : Invariant
{
    /// <inheritdoc/>
    public override void Step(Operation operation, Observation seen, ref Verdicts verdicts)
    {
        if (operation is not HostOperation.Peek peek || seen is not HostObservation.Content content) return;
        var isMemory = HostLayout.PageOf(peek.At, new PageCount(HostLayout.MostPages)) >= 0;
        var started = ledger.Started(peek.Guest);
        var holds = content.Writer?.Step ?? -1;
        var (due, mayBe) = (-1, holds < 0);
        foreach (var (page, frame) in ledger.PagesOf(peek.Guest))
        {
            if (page == peek.At.PageStart()) (due, mayBe) = (ledger.Writer(frame), ledger.MayHold(frame, holds));
        }

        var requirement = due >= 0 ? HostRequirements.Iso02
            : !isMemory ? HostRequirements.Left02
            : started > 0 ? HostRequirements.Left03
            : HostRequirements.Iso02;
        verdicts.Met(requirement);
        if (mayBe) return;
        verdicts.Violate(
            requirement, isMemory ? "memory" : "bar", due < 0 ? Deviation.Stale : Deviation.WrongValue,
            due < 0 ? "nothing" : $"what step {due:d} wrote", holds < 0 ? "nothing" : $"what step {holds:d} wrote");
    }
}
