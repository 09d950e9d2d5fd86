using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Engine;

namespace IoSpec.Invariants.Host;

/// <summary>The rules over several steps and areas of a host, with one ledger for all of them.</summary>
public static class HostInvariants
{
    /// <summary>The invariants at the start of a case.</summary>
    /// <param name="configuration">What holds for the case.</param>
    /// <returns>The invariants; the last one keeps the ledger.</returns>
    public static Invariant[] Of(HostConfiguration configuration)
    {
        var ledger = new HostLedger(configuration);
        return
        [
            new NoLeakedAddresses(), new OrderedIsmWrites(), new CorrectDirtyTracking(ledger),
            new OnlyOwnMemory(ledger), new NothingLeftInMemory(ledger), new NothingLeftInSlots(ledger),
            new NothingReachedForLong(configuration),
            new Keeper(ledger),
        ];
    }

    private sealed class Keeper(HostLedger ledger) : Invariant
    {
        public override void Step(Operation operation, Observation seen, ref Verdicts verdicts) =>
            ledger.Note(operation, seen);
    }
}
