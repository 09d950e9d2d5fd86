using FsCheck;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;
using IoSpec.Reference.Walk.Vtd;

namespace IoSpec.Areas.Walk.Vtd;

/// <summary>Tables and descriptors of Intel VT-d.</summary>
internal sealed class VtdDraw : FormatDraw
{
    private const ulong ScalableMode = 1 << 10;

    public override Gen<WalkUnit> Units => VtdUnits.All;

    public override FaultReporting Faults => new(8, FaultMerging.Alike, ShowsOverflow: true);

    public override MessageDraw Messages { get; } = new VtdMessageDraw();

    public override (int High, int Low, int Shift) AddressField => (51, 12, 12);

    /// <summary>The entry of a PASID has two pointers: of second-stage and of first-stage tables.</summary>
    public override (int Index, int High, int Low) PointerOf(in TrailStep step) =>
        (step.Use.Kind == EntryKind.Pasid && step.Use.At.Value % 3 != 0 ? 2 : 0, 51, 12);

    public override Gpa? Forbidden => new Gpa(0xfee0_0000);

    public override WalkFeatures FeaturesOf(WalkUnit unit)
    {
        var common = WalkFeatures.FaultRecords | WalkFeatures.Aborts | WalkFeatures.Refusable
            | WalkFeatures.LeaflessLevels | WalkFeatures.Pasid | WalkFeatures.Ats
            | (Of(unit).RemapsInterrupts ? WalkFeatures.Messages : WalkFeatures.None);
        return Of(unit).ScalableMode
            ? common | WalkFeatures.Privilege | WalkFeatures.Execute | WalkFeatures.AccessedDirty
            : common;
    }

    public override WalkOperation? MakeReady(WalkState plan, ref Choices choices)
    {
        if (plan.Register(UnitRegister.Tables).Now == default)
        {
            var mode = Of(plan.Configuration.Unit).ScalableMode && (choices.Swarm >> 60 & 3) != 0 ? ScalableMode : 0;
            return new WalkOperation.Program(
                UnitRegister.Tables, new Word(VtdTables.Root(plan).Value | mode));
        }

        return plan.Register(UnitRegister.Translation).Now == default
            ? new WalkOperation.Program(UnitRegister.Translation, new Word(1))
            : null;
    }

    /// <summary>Another table, or another mode: TTM, bits 11:10.</summary>
    public override WalkOperation Reprogram(WalkState plan, ref Choices choices) => choices.OneIn(3)
        ? new WalkOperation.Program(
            UnitRegister.Tables, plan.Register(UnitRegister.Tables).Now.Flip(10 + choices.Below(2)))
        : base.Reprogram(plan, ref choices);

    public override ValueList<EntryWrite> Configure(
        WalkState plan, RequesterId requester, Pasid? pasid, ref Choices choices) => IsScalable(plan)
        ? ScalableTables.Configure(plan, requester, pasid, ref choices)
        : VtdTables.Configure(plan, requester, ref choices);

    public override ValueList<EntryWrite> Map(WalkState plan, in WalkRequest request, Gpa to, ref Choices choices) =>
        IsScalable(plan)
            ? ScalableTables.Map(plan, request, to, ref choices)
            : VtdTables.Map(plan, request, to, ref choices);

    public override Word Twist(WalkState plan, in TrailStep step, int index, ref Choices choices) =>
        VtdTwists.Of(plan.Memory.Now(step.At.Plus((ulong)index * 8)), step, index, ref choices);

    public override ReadOnlySpan<ValueList<Word>> Flush(WalkState plan) =>
        IsScalable(plan) ? VtdDescriptors.FlushScalable : VtdDescriptors.FlushLegacy;

    public override ValueList<Word> Covering(WalkState plan, in TrailStep step, ref Choices choices) =>
        VtdDescriptors.Covering(plan, step, ref choices);

    public override ValueList<Word> Command(WalkState plan, in TrailStep? step, ref Choices choices) =>
        VtdDescriptors.Any(plan, step, ref choices);

    public override Iova Edge(WalkState plan, ref Choices choices)
    {
        var width = Of(plan.Configuration.Unit).GuestWidth;
        return new Iova(choices.Below(5) switch
        {
            0 => (1ul << width) - Page.Bytes,
            1 => 1ul << width,
            2 => 1ul << (width - 1),
            3 => 0xffff_ff80_0000_0000,
            _ => choices.Bits(64) & ~(Page.Bytes - 1),
        });
    }

    internal static VtdUnit Of(WalkUnit unit) => new((WalkUnit.Vtd)unit);

    internal static bool IsScalable(WalkState plan) =>
        (plan.Register(UnitRegister.Tables).Now.Value & (3 << 10)) == ScalableMode;
}
