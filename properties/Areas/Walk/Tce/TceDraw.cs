using FsCheck;
using FsCheck.Fluent;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk.Tce;

/// <summary>Entries of windows of pseries, and calls.</summary>
internal sealed class TceDraw : FormatDraw
{
    private const ulong Page1G = 1ul << 30;

    public override Gen<WalkUnit> Units => TceUnits.All;

    /// <summary>The simplest of the formats.</summary>
    /// <inheritdoc/>
    public override int Weight => 1;

    /// <summary>No fault is kept.</summary>
    /// <inheritdoc/>
    public override FaultReporting Faults => new(1, FaultMerging.Alike, ShowsOverflow: false);

    public override (int High, int Low, int Shift) AddressField => (51, 12, 12);

    /// <summary>A hypervisor may refuse an entry for what is not memory.</summary>
    /// <inheritdoc/>
    public override Gpa? Forbidden => null;

    public override PageCount Tables => TceUnits.Tables;

    /// <summary>Nothing is told of what lies between rights and page, or of a page that is not memory.</summary>
    /// <inheritdoc/>
    public override Word Kept(WalkUnit unit) => new(~3ul);

    public override (int Index, int High, int Low) PointerOf(in TrailStep step) => (0, 51, 16);

    public override WalkFeatures FeaturesOf(WalkUnit unit) => WalkFeatures.None;

    public override Gen<ValueList<IommuDevice>> DevicesOf(WalkUnit unit) => Gen.Constant(
        (ValueList<IommuDevice>)[.. ((WalkUnit.Tce)unit).Windows.Select(window => window.Requester).Distinct()
            .Select(requester => WalkConfigurations.Device(requester, showsReads: true))]);

    /// <summary>From 1 GiB on in the last window of the bridges, otherwise in the first one.</summary>
    /// <inheritdoc/>
    public override Iova Place(WalkState plan, Iova common)
    {
        var windows = TcePlan.OfOneBridge(plan);
        var window = common.Value >= Page1G ? windows[^1] : windows[0];
        return window.Start.Plus(common.Value % (window.Size.Value / 2));
    }

    /// <summary>There is one level.</summary>
    /// <inheritdoc/>
    public override bool HasSoundLevels(WalkState plan, in WalkRequest request) => true;

    /// <summary>Every bridge has a window from the start.</summary>
    /// <inheritdoc/>
    public override WalkOperation? MakeReady(WalkState plan, ref Choices choices) => null;

    public override WalkOperation Reprogram(WalkState plan, ref Choices choices) =>
        plan.Commands.Submitted.Count > 0
            ? new WalkOperation.Await()
            : new WalkOperation.Submit(TceCallDraw.Any(plan, null, ref choices));

    /// <summary>What is in no window cannot be mapped.</summary>
    /// <inheritdoc/>
    public override ValueList<EntryWrite> Configure(
        WalkState plan, RequesterId requester, Pasid? pasid, ref Choices choices) => [];

    public override ValueList<EntryWrite> Map(WalkState plan, in WalkRequest request, Gpa to, ref Choices choices) =>
        TceMapping.Map(plan, request, to, ref choices);

    public override Word Twist(WalkState plan, in TrailStep step, int index, ref Choices choices) =>
        plan.Memory.Now(step.At).Flip(choices.Below(2));

    /// <summary>Nothing is cached.</summary>
    /// <inheritdoc/>
    public override ReadOnlySpan<ValueList<Word>> Flush(WalkState plan) => [];

    public override ValueList<Word> Covering(WalkState plan, in TrailStep step, ref Choices choices) =>
        TceCallDraw.Covering(plan, step, ref choices);

    public override ValueList<Word> Command(WalkState plan, in TrailStep? step, ref Choices choices) =>
        TceCallDraw.Any(plan, step, ref choices);

    /// <summary>The ends of windows, and what is between them.</summary>
    /// <inheritdoc/>
    public override Iova Edge(WalkState plan, ref Choices choices)
    {
        var windows = TcePlan.OfOneBridge(plan);
        var window = windows[choices.Below(windows.Count)];
        return choices.Below(6) switch
        {
            0 => window.Start.Plus(window.Size.Value),
            1 => window.Start.Plus(window.Size.Value - window.Kept.Value - (1ul << window.PageShift)),
            2 when window.Start.Value > 0 => new Iova(window.Start.Value - Page.Bytes),
            3 => window.Start,
            4 => window.Start.Plus(1ul << 40),
            _ => new Iova(FrameDraw.Next(plan, ref choices).Value),
        };
    }
}
