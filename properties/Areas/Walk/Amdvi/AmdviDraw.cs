using FsCheck;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk.Amdvi;

/// <summary>Tables and commands of AMD-Vi.</summary>
internal sealed class AmdviDraw : FormatDraw
{
    public override Gen<WalkUnit> Units => AmdviUnits.All;

    public override FaultReporting Faults => new(8, FaultMerging.Alike, ShowsOverflow: true);

    public override (int High, int Low, int Shift) AddressField => (51, 12, 12);

    public override Gpa? Forbidden => new Gpa(0xfe_0000_0000);

    public override PageCount Tables => new(128);

    public override WalkFeatures FeaturesOf(WalkUnit unit)
    {
        var own = new Reference.Walk.Amdvi.AmdviUnit((WalkUnit.Amdvi)unit);
        var features = WalkFeatures.FaultRecords | WalkFeatures.Aborts | WalkFeatures.Refusable
            | WalkFeatures.LeaflessLevels;
        if (own.GuestTables) features |= WalkFeatures.Pasid | WalkFeatures.Privilege | WalkFeatures.Execute;
        return own.GuestTables || own.HostDirty ? features | WalkFeatures.AccessedDirty : features;
    }

    /// <summary>Every table leads to one of a lower level, also where the walk should have ended before.</summary>
    /// <inheritdoc/>
    public override bool HasSoundLevels(WalkState plan, in WalkRequest request)
    {
        var entry = plan.Memory.Now(AmdviPlan.EntryOf(plan, request.Requester));
        for (var level = (int)entry.Field(11, 9); level is > 0 and < 7;)
        {
            var slot = new Gpa(entry.Field(51, 12) << 12)
                .Plus((request.At.Value >> (Page.Shift + (9 * (level - 1))) & 0x1ff) * 8);
            if (!plan.Configuration.IsTable(slot)) break;
            entry = plan.Memory.Now(slot);
            var next = (int)entry.Field(11, 9);
            if (next >= level && next < 7) return false;
            level = next;
        }

        return base.HasSoundLevels(plan, request);
    }

    public override WalkOperation? MakeReady(WalkState plan, ref Choices choices)
    {
        var table = plan.Register(UnitRegister.Tables).Now;
        if (table == default || (table != AmdviPlan.Table(plan) && choices.OneIn(8)))
            return new WalkOperation.Program(UnitRegister.Tables, AmdviPlan.Table(plan));
        return plan.Register(UnitRegister.Translation).Now == default
            ? new WalkOperation.Program(UnitRegister.Translation, new Word(1))
            : Configure(plan, ref choices);
    }

    /// <summary>The base or the size of the device table; only one command ends what it was before.</summary>
    public override WalkOperation Reprogram(WalkState plan, ref Choices choices)
    {
        var table = plan.Register(UnitRegister.Tables).Now;
        var whole = AmdviPlan.Table(plan);
        var size = table.Field(8, 0) == whole.Field(8, 0) ? (ulong)choices.Below(3) : whole.Field(8, 0);
        return !AmdviPlan.UnitOf(plan).InvalidatesAll || !choices.OneIn(3)
            ? new WalkOperation.Program(UnitRegister.Tables, table.With(8, 0, size))
            : base.Reprogram(plan, ref choices);
    }

    public override ValueList<EntryWrite> Configure(
        WalkState plan, RequesterId requester, Pasid? pasid, ref Choices choices) =>
        DeviceTables.Configure(plan, requester, pasid, ref choices);

    // A device whose entry is not valid reaches all memory, so that nothing would ever be put in order.
    private WalkOperation.Write? Configure(WalkState plan, ref Choices choices)
    {
        var devices = plan.Configuration.Devices;
        var requester = devices[choices.Below(devices.Count)].Requester;
        if (plan.Memory.Now(AmdviPlan.EntryOf(plan, requester)).Has(0) || choices.OneIn(6)) return null;
        Pasid? pasid = (plan.Configuration.Features & WalkFeatures.Pasid) != 0 && choices.OneIn(3)
            ? new Pasid((uint)choices.Below(2))
            : null;
        return new WalkOperation.Write(Configure(plan, requester, pasid, ref choices));
    }

    public override ValueList<EntryWrite> Map(WalkState plan, in WalkRequest request, Gpa to, ref Choices choices) =>
        AmdviMapping.Map(plan, request, to, ref choices);

    public override Word Twist(WalkState plan, in TrailStep step, int index, ref Choices choices) =>
        AmdviTwists.Of(plan.Memory.Now(step.At.Plus((ulong)index * 8)), step, index, ref choices);

    public override ReadOnlySpan<ValueList<Word>> Flush(WalkState plan) => AmdviCommandDraw.Flush(plan);

    public override ValueList<Word> Covering(WalkState plan, in TrailStep step, ref Choices choices) =>
        AmdviCommandDraw.Covering(plan, step, ref choices);

    public override ValueList<Word> Command(WalkState plan, in TrailStep? step, ref Choices choices) =>
        AmdviCommandDraw.Any(plan, step, ref choices);

    /// <summary>Also addresses of frames, where it shows if a request passes as it is.</summary>
    /// <inheritdoc/>
    public override Iova Edge(WalkState plan, ref Choices choices) => new(choices.Below(14) switch
    {
        0 => 1ul << 21,
        1 => 1ul << 30,
        2 => (1ul << 39) - Page.Bytes,
        3 => 1ul << 39,
        4 => 1ul << 47,
        5 => 1ul << 48,
        6 => 1ul << 57,
        7 => 0xffff_8000_0000_0000,
        8 => (1ul << 39) | 0x1234_5000,
        < 13 => FrameDraw.Next(plan, ref choices).Value,
        _ => choices.Bits(64) & ~(Page.Bytes - 1),
    });
}
