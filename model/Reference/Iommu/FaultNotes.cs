using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Iommu;

/// <summary>What an access leaves in the fault ledger.</summary>
public static class FaultNotes
{
    /// <summary>Notes the fault of one piece that did not reach memory, or that nobody could see.</summary>
    /// <param name="state">The state.</param>
    /// <param name="rules">The decisions of the specification.</param>
    /// <param name="dma">The access.</param>
    /// <param name="at">The address of the piece.</param>
    /// <param name="reasons">The reasons that the fault may have: bit n for the reason with value n.</param>
    /// <param name="certain">Whether the fault is known to have happened.</param>
    public static void Note(
        IommuState state, IommuRules rules, IommuOperation.Dma dma, Iova at, int reasons, bool certain)
    {
        if (state.Traits.Faults.Records == 0) return;
        var page = at.PageStart();
        state.Faults.Expect(new ExpectedFault(dma.Requester, dma.Pasid, page, Directions(dma.Kind), reasons, certain));
        if (!certain) return;
        var fresh = FreshResult.Of(state, rules, dma, at);
        var wanted = dma.Kind is DmaKind.Write or DmaKind.Atomic ? Access.Write : Access.Read;
        var reason = fresh.Reaches ? (FaultReason)int.TrailingZeroCount(reasons) : fresh.Reason;
        var record = rules.Record(new FaultRecord(dma.Requester, page, wanted, reason, dma.Pasid), fresh.Output);
        if (rules.Records(record)) state.Faults.Keep(record);
    }

    // An access that needs both rights may be reported as either.
    private static Access Directions(DmaKind kind) => kind switch
    {
        DmaKind.Read or DmaKind.Execute => Access.Read,
        DmaKind.Write => Access.Write,
        _ => Access.ReadWrite,
    };
}
