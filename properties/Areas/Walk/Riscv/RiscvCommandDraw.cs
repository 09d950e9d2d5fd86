using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Reference.Walk;
using IoSpec.Reference.Walk.Riscv;

namespace IoSpec.Areas.Walk.Riscv;

/// <summary>Commands: IOTINVAL, IODIR, and what is none.</summary>
internal static class RiscvCommandDraw
{
    private const ulong First = 1;
    private const ulong Second = 1 | (1 << 7);
    private const ulong Device = 3;
    private const ulong Process = 3 | (1 << 7);
    private const ulong HasAddress = 1 << 10;
    private const ulong HasSpace = 1ul << 32;
    private const ulong IsGuest = 1ul << 33;
    private const ulong HasDevice = 1ul << 33;
    private const ulong NonLeaves = 1ul << 34;
    private const ulong IsRange = 1 << 9;

    /// <summary>All contexts, then the translations of the host and of every virtual machine.</summary>
    public static ValueList<Word>[] Flush(WalkState plan)
    {
        var commands = new List<ValueList<Word>> { Of(Device), Of(First) };
        foreach (var device in plan.Configuration.Devices.AsSpan())
        {
            if (RiscvPlan.Context(plan, device.Requester) is { } context && HadGuest(plan, context.Plus(8)))
                commands.Add(Of(First | Machine(RiscvPlan.Tag(context))));
        }

        commands.Add(Of(Second));
        return [.. commands];
    }

    /// <summary>A command that covers an entry, or one of several that are needed.</summary>
    public static ValueList<Word> Covering(WalkState plan, in TrailStep step, ref Choices choices)
    {
        var use = step.Use;
        return use.Kind switch
        {
            EntryKind.Page when use.Stage == 1 => OfFirst(plan, use, ref choices),
            EntryKind.Page when !use.ForConfiguration && use.Space is null => OfSecond(plan, use, ref choices),
            EntryKind.Page => choices.Below(3) switch
            {
                0 => OfSecond(plan, use, ref choices),
                1 => Of(First | IsGuest | ((ulong)(use.Domain & 0xffff) << 44)),
                _ => OfDevice(plan, use.Requester),
            },
            EntryKind.Pasid => OfProcess(plan, use, plan.Memory.Now(step.At), ref choices),
            EntryKind.Requester => OfContext(plan, step, ref choices),
            EntryKind.PasidDirectory => OfDevice(plan, use.Requester),
            _ => Of(Device),
        };
    }

    public static ValueList<Word> Any(WalkState plan, in TrailStep? step, ref Choices choices) => choices.Below(12) switch
    {
        0 => Of(choices.OneIn(2) ? 0ul : 5),
        1 => Of(First | (2ul << 7)),
        2 => Of(Process),
        3 => Of(Second | HasSpace | IsGuest),
        4 => Of(First | (1 << 11)),
        5 => Of(2),
        6 => Of(2 | (1 << 20)),
        7 => Of(Device | (1ul << 12)),
        8 => [new Word(First), new Word(1)],
        _ when step is { } at => Covering(plan, at, ref choices),
        _ => Of(First),
    };

    private static bool HadGuest(WalkState plan, Gpa iohgatp)
    {
        if (plan.Memory.Find(iohgatp) is not { } history) return false;
        for (var i = 0; i < history.Count; i++)
        {
            if (history.At(history.Born(i)).Field(63, 60) != 0) return true;
        }

        return false;
    }

    // By address, mostly: the page, one beside it, a range around it; by address space; all.
    private static ValueList<Word> OfFirst(WalkState plan, in EntryUse use, ref Choices choices)
    {
        var low = First | Machine(use.Domain) | (use.Space is { } space && !choices.OneIn(3)
            ? HasSpace | ((ulong)space << 12)
            : 0);
        return choices.Below(4) == 0 || (use.Level > 1 && choices.OneIn(2))
            ? Of(low)
            : OfPages(plan, low, use, ref choices);
    }

    private static ValueList<Word> OfSecond(WalkState plan, in EntryUse use, ref Choices choices)
    {
        if (choices.OneIn(6)) return Of(Second);
        var low = Second | Machine(use.Domain);
        return choices.Below(4) == 0 || (use.Level > 1 && choices.OneIn(2))
            ? Of(low)
            : OfPages(plan, low, use, ref choices);
    }

    private static ValueList<Word> OfPages(WalkState plan, ulong low, in EntryUse use, ref Choices choices)
    {
        var unit = RiscvPlan.Unit(plan);
        var page = use.At.Value >> Page.Shift;
        if (choices.OneIn(6)) page ^= 1;
        if (use.Level > 1 && choices.OneIn(2)) page ^= (ulong)choices.Below(512);
        if (unit.NonLeaf && choices.OneIn(3)) low |= NonLeaves;
        if (!unit.Ranges || choices.OneIn(2)) return [new Word(low | HasAddress), new Word(page << 10)];
        var ones = (1ul << choices.Below(5)) - 1;
        page = (page & ~(ones + ones + 1)) | ones;
        return [new Word(low | HasAddress), new Word((page << 10) | IsRange)];
    }

    private static ValueList<Word> OfProcess(WalkState plan, in EntryUse use, Word ta, ref Choices choices)
    {
        if (choices.OneIn(2)) return Of(First | Machine(use.Domain) | HasSpace | (ta.Field(31, 12) << 12));
        return use.Pasid is { } process && !choices.OneIn(4) && IsWithin(plan, use.Requester)
            && process.Value >> RiscvPlan.Unit(plan).ProcessBits == 0
            ? Of(Process | HasDevice | ((ulong)process.Value << 12) | ((ulong)use.Requester.Value << 40))
            : OfDevice(plan, use.Requester);
    }

    private static ValueList<Word> OfContext(WalkState plan, in TrailStep step, ref Choices choices)
    {
        if (choices.OneIn(2)) return OfDevice(plan, step.Use.Requester);
        var (iohgatp, ta) = (plan.Memory.Now(step.At.Plus(8)), plan.Memory.Now(step.At.Plus(16)));
        if (iohgatp.Field(63, 60) == 0)
            return Of(choices.OneIn(2) ? First : First | HasSpace | (ta.Field(31, 12) << 12));
        return Of((choices.OneIn(2) ? First : Second) | Machine((uint)iohgatp.Field(59, 44)) | IsGuest);
    }

    // An id that is wider than the directory is not one of a command.
    private static ValueList<Word> OfDevice(WalkState plan, RequesterId device) => IsWithin(plan, device)
        ? Of(Device | HasDevice | ((ulong)device.Value << 40))
        : Of(Device);

    private static bool IsWithin(WalkState plan, RequesterId device)
    {
        var levels = RiscvPlan.Levels(plan);
        return levels > 0 && device.Value >> DirectoryShape.DeviceBits(RiscvPlan.Unit(plan), levels) == 0;
    }

    private static ulong Machine(uint tag) => tag == 0 ? 0 : IsGuest | ((ulong)(tag & 0xffff) << 44);

    private static ValueList<Word> Of(ulong low) => [new Word(low), default];
}
