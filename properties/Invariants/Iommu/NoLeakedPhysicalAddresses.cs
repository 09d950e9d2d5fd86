using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Engine;

namespace IoSpec.Invariants.Iommu;

/// <summary>No leaked physical addresses: what a guest reads of faults never holds an output address.</summary>
/// <remarks>
/// The memory behind the IOMMU is a pool of sentinels: a page number of it in a record is proof, unless that page
/// number was an input address before. Observer, channel and allowed spaces are those of the table in Contracts.
/// </remarks>
/// <param name="configuration">What holds for the case.</param>
public sealed class NoLeakedPhysicalAddresses(IommuConfiguration configuration) : Invariant
{
    private readonly List<Iova> _inputs = [];

    /// <inheritdoc/>
    public override void Step(Operation operation, Observation seen, ref Verdicts verdicts)
    {
        if (operation is IommuOperation.Dma dma) NoteInputs(dma);
        if (operation is not IommuOperation.ReadFaults || seen is not IommuObservation.Faults faults) return;
        foreach (var record in faults.Records.AsSpan())
        {
            verdicts.Met(IommuRequirements.Leak01);
            if (!configuration.Holds(new Gpa(record.Page.PageStart().Value), new PageCount(1))) continue;
            if (_inputs.Contains(record.Page.PageStart())) continue;
            verdicts.Violate(
                IommuRequirements.Leak01, "page", Deviation.Foreign, "an input address", $"output page {record.Page}");
        }
    }

    // Only an input inside the pool could be mistaken for an output later.
    private void NoteInputs(IommuOperation.Dma dma)
    {
        var last = dma.At.Plus(dma.Length.Value).PageStart();
        for (var page = dma.At.PageStart(); ; page = page.Plus(Page.Bytes))
        {
            if (configuration.Holds(new Gpa(page.Value), new PageCount(1))) _inputs.Add(page);
            if (page == last) return;
        }
    }
}
