using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Engine;

namespace IoSpec.Invariants.Host;

/// <summary>
/// What a device finds is what the last one wrote that had reached the page; in a slot of a bounce pool what was put
/// there for the request that has it, and nothing when nobody has it.
/// </summary>
/// <param name="ledger">What was written.</param>
public sealed class NothingLeftInSlots(HostLedger ledger) : Invariant
{
    /// <inheritdoc/>
    public override void Step(Operation operation, Observation seen, ref Verdicts verdicts)
    {
        if (operation is not HostOperation.Look look || seen is not HostObservation.Found { Piece.At: { } at } found)
            return;
        if (ledger.Owner(look.Device) is not { } owner || !ledger.Has(owner, at, before: false)) return;
        if (ledger.IsOwn(owner, at)) return;
        var (holds, due) = (found.Writer?.Step ?? -1, ledger.Writer(at));
        // What is another guest's got there past the walls between guests, whatever is done with slots.
        var isTaken = ledger.IsForeign(owner, holds) ? null : ledger.IsTaken(owner, at);
        var requirement = isTaken switch
        {
            true => HostRequirements.Pool03,
            false => HostRequirements.Pool04,
            null => HostRequirements.Iso02,
        };
        verdicts.Met(requirement);
        if (ledger.MayHold(at, holds)) return;
        verdicts.Violate(
            requirement, isTaken is null ? "memory" : "slot", due < 0 ? Deviation.Stale : Deviation.WrongValue,
            due < 0 ? "nothing" : $"what step {due:d} wrote", holds < 0 ? "nothing" : $"what step {holds:d} wrote");
    }
}
