using FsCheck;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;
using IoSpec.Reference.Walk.Smmuv3;

namespace IoSpec.Areas.Walk.Smmuv3;

/// <summary>Tables and commands of Arm SMMUv3.</summary>
internal sealed class SmmuDraw : FormatDraw
{
    public override Gen<WalkUnit> Units => SmmuUnits.All;

    public override FaultReporting Faults => new(8, FaultMerging.Alike, ShowsOverflow: true);

    public override (int High, int Low, int Shift) AddressField => (47, 12, 12);

    public override Gpa? Forbidden => new Gpa(1ul << 46);

    public override PageCount Tables => new(256);

    public override WalkFeatures FeaturesOf(WalkUnit unit)
    {
        var own = Of(unit);
        var features = WalkFeatures.FaultRecords | WalkFeatures.Aborts | WalkFeatures.Refusable
            | WalkFeatures.LeaflessLevels;
        if (own.SubstreamBits > 0) features |= WalkFeatures.Pasid | WalkFeatures.Privilege | WalkFeatures.Execute;
        return own.Marks > 0 ? features | WalkFeatures.AccessedDirty : features;
    }

    /// <summary>
    /// Global pages (11) and pages side by side (52) count for other requests too. What is marked has to stay so, as
    /// what is read depends on it (42, 43, 55, 56); and faults have to abort (44, 46, 57), in one byte order (15).
    /// </summary>
    public override Word Kept(WalkUnit unit)
    {
        var own = Of(unit);
        var kept = default(Word).Flip(11).Flip(52);
        if (own.Marks > 0) kept = kept.Flip(42).Flip(43).Flip(55).Flip(56);
        if (own.StallModel != 1) kept = kept.Flip(44).Flip(57);
        if (!own.AlwaysAborts) kept = kept.Flip(46);
        return own.Endianness == 0 ? kept.Flip(15) : kept;
    }

    public override (int Index, int High, int Low) PointerOf(in TrailStep step) => step.Use.Kind switch
    {
        EntryKind.Requester => step.Use.At.Value % 3 == 0 ? (3, 51, 4) : (0, 55, 6),
        EntryKind.Pasid => (1, 51, 4),
        EntryKind.Directory => (0, 55, 6),
        _ => (0, 47, 12),
    };

    public override WalkOperation Reprogram(WalkState plan, ref Choices choices)
    {
        var form = plan.Register(UnitRegister.TablesForm).Now;
        return choices.Below(4) switch
        {
            0 => base.Reprogram(plan, ref choices),
            1 when SmmuPlan.UnitOf(plan).TwoLevelStreams => new WalkOperation.Program(
                UnitRegister.TablesForm, form.Flip(16).With(10, 6, 6)),
            _ => new WalkOperation.Program(
                UnitRegister.TablesForm, form.With(5, 0, choices.OneIn(2) ? 10 : 4 + (ulong)choices.Below(8))),
        };
    }

    public override WalkOperation? MakeReady(WalkState plan, ref Choices choices)
    {
        if (plan.Register(UnitRegister.TablesForm).Now == default)
            return new WalkOperation.Program(UnitRegister.TablesForm, SmmuPlan.Form(plan, ref choices));
        if (plan.Register(UnitRegister.Tables).Now == default)
            return new WalkOperation.Program(UnitRegister.Tables, new Word(FrameDraw.PageAt(plan, 0).Value));
        return plan.Register(UnitRegister.Translation).Now == default
            ? new WalkOperation.Program(UnitRegister.Translation, new Word(1))
            : null;
    }

    public override ValueList<EntryWrite> Configure(
        WalkState plan, RequesterId requester, Pasid? pasid, ref Choices choices) =>
        StreamTables.Configure(plan, requester, pasid, ref choices);

    public override ValueList<EntryWrite> Map(WalkState plan, in WalkRequest request, Gpa to, ref Choices choices) =>
        SmmuMapping.Map(plan, request, to, ref choices);

    public override Word Twist(WalkState plan, in TrailStep step, int index, ref Choices choices) =>
        SmmuTwists.Of(plan.Memory.Now(step.At.Plus((ulong)index * 8)), step, index, ref choices);

    public override ReadOnlySpan<ValueList<Word>> Flush(WalkState plan) => SmmuCommandDraw.Flush;

    public override ValueList<Word> Covering(WalkState plan, in TrailStep step, ref Choices choices) =>
        SmmuCommandDraw.Covering(plan, step, ref choices);

    public override ValueList<Word> Command(WalkState plan, in TrailStep? step, ref Choices choices) =>
        SmmuCommandDraw.Any(plan, step, ref choices);

    public override Iova Edge(WalkState plan, ref Choices choices)
    {
        var width = Of(plan.Configuration.Unit).OutputBits;
        return new Iova(choices.Below(8) switch
        {
            0 => (1ul << width) - Page.Bytes,
            1 => 1ul << width,
            2 => 1ul << 39,
            3 => 0xffff_ff80_0000_0000,
            4 => 0xffff_ffff_ffff_f000,
            5 => (1ul << 60) | 0x1234_5000,
            6 => ulong.MaxValue << 32,
            _ => choices.Bits(64) & ~(Page.Bytes - 1),
        });
    }

    private static SmmuUnit Of(WalkUnit unit) => new((WalkUnit.Smmuv3)unit);
}
