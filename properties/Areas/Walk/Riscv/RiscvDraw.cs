using FsCheck;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk.Riscv;

/// <summary>Tables and commands of the RISC-V IOMMU.</summary>
internal sealed class RiscvDraw : FormatDraw
{
    private const ulong Bare = 1;

    public override Gen<WalkUnit> Units => RiscvUnits.All;

    public override FaultReporting Faults => new(8, FaultMerging.Alike, ShowsOverflow: true);

    public override (int High, int Low, int Shift) AddressField => (53, 10, 12);

    public override Gpa? Forbidden => new Gpa(1ul << 46);

    public override PageCount Tables => new(160);

    public override WalkFeatures FeaturesOf(WalkUnit unit)
    {
        const WalkFeatures common = WalkFeatures.FaultRecords | WalkFeatures.Aborts | WalkFeatures.Refusable
            | WalkFeatures.LeaflessLevels | WalkFeatures.Pasid | WalkFeatures.Privilege | WalkFeatures.Execute;
        return ((WalkUnit.Riscv)unit).Capabilities.Has(24) ? common | WalkFeatures.AccessedDirty : common;
    }

    /// <summary>
    /// What is global (5) counts for other requests too. What is marked has to stay so, as what is read depends on it
    /// (6, 7), and entries are marked in a whole case or not at all (7, 8); the byte order stays where it can change.
    /// </summary>
    public override Word Kept(WalkUnit unit)
    {
        var own = (WalkUnit.Riscv)unit;
        var kept = default(Word).Flip(5);
        if (own.Capabilities.Has(24)) kept = kept.Flip(6).Flip(7).Flip(8);
        return own.Capabilities.Has(27) ? kept.Flip(10) : kept;
    }

    public override (int Index, int High, int Low) PointerOf(in TrailStep step) => step.Use.Kind switch
    {
        EntryKind.Requester => step.Use.At.Value % 3 == 0 ? (1, 43, 0) : (3, 43, 0),
        EntryKind.Pasid => (1, 43, 0),
        _ => (0, 53, 10),
    };

    public override ulong PointerTo(Gpa to, in TrailStep step) => to.Value >> Page.Shift;

    /// <summary>From a directory only to Off; from there, or from Bare, to a directory.</summary>
    public override WalkOperation Reprogram(WalkState plan, ref Choices choices) => Program(
        RiscvPlan.Levels(plan) > 0 ? RiscvPlan.Ddtp(plan).With(3, 0, 0) : Directory(plan, ref choices));

    public override WalkOperation? MakeReady(WalkState plan, ref Choices choices)
    {
        if (RiscvPlan.Ddtp(plan).Field(3, 0) != 0) return null;
        return Program(choices.OneIn(24) ? new Word(Bare) : Directory(plan, ref choices));
    }

    public override ValueList<EntryWrite> Configure(
        WalkState plan, RequesterId requester, Pasid? pasid, ref Choices choices) =>
        new ContextDraw(plan, requester, pasid).Write(ref choices);

    public override ValueList<EntryWrite> Map(WalkState plan, in WalkRequest request, Gpa to, ref Choices choices) =>
        RiscvMapping.Map(plan, request, to, ref choices);

    public override Word Twist(WalkState plan, in TrailStep step, int index, ref Choices choices) =>
        RiscvTwists.Of(plan.Memory.Now(step.At.Plus((ulong)index * 8)), step, index, ref choices);

    public override ReadOnlySpan<ValueList<Word>> Flush(WalkState plan) => RiscvCommandDraw.Flush(plan);

    public override ValueList<Word> Covering(WalkState plan, in TrailStep step, ref Choices choices) =>
        RiscvCommandDraw.Covering(plan, step, ref choices);

    public override ValueList<Word> Command(WalkState plan, in TrailStep? step, ref Choices choices) =>
        RiscvCommandDraw.Any(plan, step, ref choices);

    public override Iova Edge(WalkState plan, ref Choices choices) => new(choices.Below(10) switch
    {
        0 => 1ul << 38,
        1 => (1ul << 38) - Page.Bytes,
        2 => 1ul << 41,
        3 => 1ul << 47,
        4 => 1ul << 50,
        5 => 1ul << 56,
        6 => 0xffff_ffc0_0000_0000,
        7 => 0xffff_8000_0000_0000,
        8 => 0xffff_ffff_ffff_f000,
        _ => choices.Bits(64) & ~(Page.Bytes - 1),
    });

    private static Word Directory(WalkState plan, ref Choices choices) => RiscvPlan.Directory(
        plan, choices.OneIn(8) ? 1 + choices.Below(3) : (choices.Swarm >> 56 & 3) == 0 ? 3 : 2);

    private static WalkOperation.Program Program(Word ddtp) => new(UnitRegister.Tables, ddtp);
}
