using FsCheck;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk.Ioat;

/// <summary>Tables and instructions of PCI functions of s390.</summary>
internal sealed class ZpciDraw : FormatDraw
{
    private const int MostEvents = 4096;
    private static readonly int[] RefreshedAtOnce = [20, 16, 14, 13, Page.Shift];

    public override Gen<WalkUnit> Units => ZpciUnits.All;

    public override FaultReporting Faults => new(MostEvents, FaultMerging.Alike, ShowsOverflow: false);

    public override (int High, int Low, int Shift) AddressField => (51, 12, 12);

    /// <summary>No address is forbidden: one where nothing is.</summary>
    /// <inheritdoc/>
    public override Gpa? Forbidden => new Gpa(0x7000_0000);

    public override PageCount Tables => new(160);

    public override (int Index, int High, int Low) PointerOf(in TrailStep step) =>
        (0, 51, step.Use.Level > 2 ? 14 : 12);

    public override WalkFeatures FeaturesOf(WalkUnit unit) =>
        WalkFeatures.FaultRecords | WalkFeatures.Aborts | WalkFeatures.LeaflessLevels;

    public override Iova Place(WalkState plan, Iova common) => ZpciPlan.UnitOf(plan).First.Plus(common.Value);

    /// <summary>Every table is at one level only: no way is endless.</summary>
    /// <inheritdoc/>
    public override bool HasSoundLevels(WalkState plan, in WalkRequest request) => true;

    /// <summary>Every function has tables, mostly.</summary>
    /// <inheritdoc/>
    public override WalkOperation? MakeReady(WalkState plan, ref Choices choices)
    {
        if (plan.Commands.Submitted.Count > 0 || choices.OneIn(6)) return null;
        foreach (var device in plan.Configuration.Devices.AsSpan())
        {
            if (ZpciPlan.TablesOf(plan, device.Requester) == default)
                return new WalkOperation.Submit(ZpciCommandDraw.Give(plan, device.Requester, ref choices));
        }

        return null;
    }

    public override WalkOperation Reprogram(WalkState plan, ref Choices choices) =>
        plan.Commands.Submitted.Count > 0
            ? new WalkOperation.Await()
            : new WalkOperation.Submit(ZpciCommandDraw.Any(plan, null, ref choices));

    /// <summary>What leads to no table at all is put in order by what is registered.</summary>
    /// <inheritdoc/>
    public override ValueList<EntryWrite> Configure(
        WalkState plan, RequesterId requester, Pasid? pasid, ref Choices choices) => [];

    public override ValueList<EntryWrite> Map(WalkState plan, in WalkRequest request, Gpa to, ref Choices choices) =>
        ZpciMapping.Map(plan, request, to, ref choices);

    public override Word Twist(WalkState plan, in TrailStep step, int index, ref Choices choices) =>
        ZpciTwists.Of(plan.Memory.Now(step.At), step, ref choices);

    /// <summary>No instruction is about everything.</summary>
    /// <inheritdoc/>
    public override ReadOnlySpan<ValueList<Word>> Flush(WalkState plan) => [];

    /// <summary>
    /// A refresh of the page, and of as much around it as is not refused; the tables anew if all of that is refused and
    /// something former may still be used.
    /// </summary>
    /// <inheritdoc/>
    public override ReadOnlySpan<ValueList<Word>> Flush(WalkState plan, in WalkRequest request)
    {
        var format = WalkFormatCatalogue.Of(plan.Configuration.Unit);
        foreach (var bits in RefreshedAtOnce)
        {
            var from = new Iova(request.At.Value & ~((1ul << bits) - 1));
            var command = ZpciCommandDraw.Refresh(request.Requester, from, 1ul << bits);
            if (format.Decode(plan, command) is CommandEffect.Invalidates) return new[] { command };
        }

        var allowed = AllowedWalks.Of(plan, format, request);
        var isSettled = !allowed.IsAmbiguous && allowed.MustFault;
        return isSettled || ZpciPlan.TablesOf(plan, request.Requester) == default
            ? []
            : new[] { ZpciCommandDraw.Again(plan, request.Requester) };
    }

    public override ValueList<Word> Covering(WalkState plan, in TrailStep step, ref Choices choices)
    {
        var command = ZpciCommandDraw.Covering(step, ref choices);
        return plan.Configuration.Device(new RequesterId((uint)command[0].Field(31, 0))) is not null
            ? command
            : ZpciCommandDraw.Refresh(step.Use.Requester, step.Use.At.PageStart(), Page.Bytes);
    }

    public override ValueList<Word> Command(WalkState plan, in TrailStep? step, ref Choices choices) =>
        ZpciCommandDraw.Any(plan, step, ref choices);

    /// <summary>Also addresses outside what is registered.</summary>
    /// <inheritdoc/>
    public override Iova Edge(WalkState plan, ref Choices choices)
    {
        var unit = ZpciPlan.UnitOf(plan);
        return new(choices.Below(10) switch
        {
            0 => unit.Last.Value + 1,
            1 => unit.Last.Value & ~(Page.Bytes - 1),
            2 when unit.First.Value > 0 => unit.First.Value - Page.Bytes,
            3 => unit.First.Value + (1ul << 31),
            4 => unit.First.Value + (1ul << 20) - Page.Bytes,
            5 => unit.First.Value + (1ul << 20),
            6 => unit.Last.Value ^ (1ul << 40) ^ (Page.Bytes - 1),
            7 => 0x1234_5000,
            8 => FrameDraw.Next(plan, ref choices).Value,
            _ => choices.Bits(42) & ~(Page.Bytes - 1),
        });
    }
}
