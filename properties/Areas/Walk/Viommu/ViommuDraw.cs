using FsCheck;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk.Viommu;

/// <summary>Requests to a virtio IOMMU: it has no tables.</summary>
internal sealed class ViommuDraw : FormatDraw
{
    private const int MostRecords = 4096;

    public override Gen<WalkUnit> Units => ViommuUnits.All;

    public override FaultReporting Faults => new(MostRecords, FaultMerging.Alike, ShowsOverflow: false);

    public override (int High, int Low, int Shift) AddressField => (63, 12, 12);

    public override Gpa? Forbidden => null;

    public override PageCount Tables => new(8);

    public override WalkFeatures FeaturesOf(WalkUnit unit) => WalkFeatures.FaultRecords | WalkFeatures.TightBuffers;

    public override WalkOperation Next(WalkState plan, WalkFormat format, ref Choices choices) =>
        ViommuTurn.Next(plan, this, format, ref choices);

    /// <summary>There are no levels.</summary>
    /// <inheritdoc/>
    public override bool HasSoundLevels(WalkState plan, in WalkRequest request) => true;

    public override WalkOperation? MakeReady(WalkState plan, ref Choices choices) => null;

    public override ValueList<EntryWrite> Configure(
        WalkState plan, RequesterId requester, Pasid? pasid, ref Choices choices) => [];

    public override ValueList<EntryWrite> Map(WalkState plan, in WalkRequest request, Gpa to, ref Choices choices) =>
        [];

    public override Word Twist(WalkState plan, in TrailStep step, int index, ref Choices choices) => default;

    /// <summary>Nothing is cached.</summary>
    /// <inheritdoc/>
    public override ReadOnlySpan<ValueList<Word>> Flush(WalkState plan) => [];

    public override ValueList<Word> Covering(WalkState plan, in TrailStep step, ref Choices choices) => [];

    public override ValueList<Word> Command(WalkState plan, in TrailStep? step, ref Choices choices) =>
        ViommuMisuse.OfAny(plan, ref choices).Words();

    /// <summary>The ends of what can be mapped, and frames, which are reached in bypass mode.</summary>
    /// <inheritdoc/>
    public override Iova Edge(WalkState plan, ref Choices choices)
    {
        var input = ViommuPlan.UnitOf(plan).Input;
        return choices.Below(4) switch
        {
            0 => input.Last.PageStart(),
            1 => new Iova(unchecked(input.Last.Value + 1)),
            _ => new Iova(FrameDraw.Next(plan, ref choices).Value),
        };
    }
}
