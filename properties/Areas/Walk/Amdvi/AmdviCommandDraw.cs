using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk.Amdvi;

/// <summary>Commands.</summary>
internal static class AmdviCommandDraw
{
    private const ulong Large = 1;
    private const ulong AboveLeaves = 2;
    private const ulong Guest = 4;
    private const ulong AllAddresses = 0x7fff_ffff_ffff_f000;

    private static readonly ValueList<Word>[] All = [Of(8)];

    /// <summary>Everything by one command; without it each entry, then what it has led to.</summary>
    public static ValueList<Word>[] Flush(WalkState plan)
    {
        if (AmdviPlan.UnitOf(plan).InvalidatesAll) return All;
        var commands = new List<ValueList<Word>>();
        foreach (var device in plan.Configuration.Devices.AsSpan()) commands.Add(OfDevice(device.Requester));
        foreach (var device in plan.Configuration.Devices.AsSpan())
        {
            var domain = AmdviPlan.DomainOf(plan, device.Requester);
            commands.Add(OfAll(domain, null));
            if (!AmdviPlan.UnitOf(plan).GuestTables) continue;
            for (var pasid = 0u; pasid < 2; pasid++) commands.Add(OfAll(domain, pasid));
        }

        return [.. commands];
    }

    /// <summary>A command that covers an entry, or one of several that are needed.</summary>
    public static ValueList<Word> Covering(WalkState plan, in TrailStep step, ref Choices choices)
    {
        var use = step.Use;
        var domain = use.Kind is EntryKind.Register or EntryKind.Requester
            ? AmdviPlan.DomainOf(plan, use.Requester)
            : use.Domain;
        if (choices.OneIn(16) && AmdviPlan.UnitOf(plan).InvalidatesAll) return Of(8);
        return use.Kind switch
        {
            EntryKind.Page when use.Stage == 1 => OfPages(use, domain, use.Space, ref choices),
            EntryKind.Page when use.Space is { } space && choices.OneIn(2) => OfAll(domain, space),
            EntryKind.Page => OfPages(use, domain, null, ref choices),
            EntryKind.Requester when choices.OneIn(2) => OfDevice(use.Requester),
            EntryKind.Requester when use.Pasid is { } pasid && choices.OneIn(2) => OfAll(domain, pasid.Value),
            EntryKind.Requester => choices.OneIn(2) ? OfAll(domain, null) : OfPages(use, domain, null, ref choices),
            _ => OfAll(domain, use.Space ?? 0),
        };
    }

    /// <summary>Any command.</summary>
    public static ValueList<Word> Any(WalkState plan, in TrailStep? step, ref Choices choices)
    {
        var use = step?.Use ?? default;
        var domain = AmdviPlan.DomainOf(plan, use.Requester);
        return choices.Below(10) switch
        {
            0 => Of(0),
            1 => Of(0xf),
            2 => Of(0xb + (ulong)choices.Below(4)),
            3 => [new Word((5ul << 60) | use.Requester.Value), default],
            4 => [new Word((4ul << 60) | use.Requester.Value), new Word(use.At.Value & ~0xffful)],
            5 => Of(1),
            6 => [new Word((3ul << 60) | ((ulong)domain << 32)), new Word(choices.Bits(20))],
            7 => OfDevice(new RequesterId(use.Requester.Value ^ 1)),
            8 => OfPages(use, domain, use.Space, ref choices),
            _ => Of(8),
        };
    }

    private static ValueList<Word> Of(ulong opcode) => [new Word(opcode << 60), default];

    private static ValueList<Word> OfDevice(RequesterId requester) =>
        [new Word((2ul << 60) | requester.Value), default];

    private static ValueList<Word> OfAll(uint domain, uint? pasid) =>
        [Pages(domain, pasid), new Word(AllAddresses | Large | AboveLeaves | (pasid is null ? 0 : Guest))];

    // The page, or a range around it; one beside it, sometimes.
    private static ValueList<Word> OfPages(in EntryUse use, uint domain, uint? pasid, ref Choices choices)
    {
        var guest = pasid is null ? 0 : Guest;
        var above = use.Level == 1 && choices.OneIn(3) ? 0 : AboveLeaves;
        var at = use.At.Value & ~(Page.Bytes - 1);
        var bits = choices.Below(4) switch
        {
            0 => 13 + choices.Below(10),
            1 => 13 + choices.Below(40),
            2 when choices.OneIn(4) => 64,
            _ => 12,
        };
        if (bits == 64) return OfAll(domain, pasid);
        if (choices.OneIn(8)) at ^= 1ul << bits;
        if (bits == 12) return [Pages(domain, pasid), new Word(at | above | guest)];
        var inside = (1ul << bits) - 1;
        at = (at & ~inside) | (((1ul << (bits - 1)) - 1) & ~(Page.Bytes - 1));
        return [Pages(domain, pasid), new Word(at | Large | above | guest)];
    }

    private static Word Pages(uint domain, uint? pasid) =>
        new((3ul << 60) | ((ulong)domain << 32) | (pasid ?? 0));
}
