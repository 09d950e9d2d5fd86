using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;
using IoSpec.Engine;
using IoSpec.Reference.Zpci;

namespace IoSpec.Areas.Zpci;

/// <summary>Draws the next operation: mostly a store to an edge.</summary>
internal static class ZpciDraw
{
    private const ulong Block = InstructionRules.Block;
    private static readonly int[] Weights = [30, 20, 40, 8, 8, 10, 10, 10];
    private static readonly ulong[] Lengths =
        [1, 2, 3, 7, 8, 8, 9, 11, 16, 24, 64, 120, 128, 129, 136, 256, 4096, 4097];

    public static ZpciOperation Next(ZpciState plan, ref Choices choices, ZpciCapabilities? own)
    {
        if (plan.Function == FunctionState.Standby && choices.OneIn(4)) return new ZpciOperation.Configure();
        if (plan.Function == FunctionState.Disabled && !choices.OneIn(3))
            return new ZpciOperation.Enable(HandleChoice.Current, 1);
        if (plan.Function is FunctionState.Error or FunctionState.Blocked or FunctionState.Standby && choices.OneIn(4))
            return Recovery(ref choices);
        if (own?.Lacks(ZpciFeatures.Interrupts) != true && choices.OneIn(8))
            return InterruptDraw.Next(plan, ref choices);
        return choices.Weighted(Weights) switch
        {
            0 => ControlDraw.Request(plan, ref choices),
            1 => ControlDraw.Instruction(plan, ref choices),
            2 => BlockStore(plan, ref choices, own),
            3 => Store(plan, ref choices),
            4 => Load(plan, ref choices),
            5 => new ZpciOperation.Command(
                Data(ref choices), new ByteCount(choices.Of<ulong>([0, 8, 24, 33, 120])), Rarely(2, ref choices),
                Rarely(2, ref choices)),
            6 => Move(plan, ref choices),
            _ => Copy(plan, ref choices),
        };
    }

    public static HandleChoice Handle(ZpciState plan, ref Choices choices) =>
        plan.Handles.Count > 1 && choices.OneIn(10) ? HandleChoice.Former : HandleChoice.Current;

    private static ZpciOperation.Store Store(ZpciState plan, ref Choices choices)
    {
        var space = Space(plan, ref choices);
        var at = At(plan, 4, ref choices);
        if (plan.Traits.OnlyBar2 && space == InstructionRules.Configuration) at = new BarOffset(choices.Below(4ul));
        return new ZpciOperation.Store(
            Handle(plan, ref choices), space, at, Data(ref choices), RegisterLength(ref choices));
    }

    // Often where something was just stored, most of all at its start and at its end.
    private static ZpciOperation.Load Load(ZpciState plan, ref Choices choices)
    {
        var length = RegisterLength(ref choices);
        var (space, at) = (Space(plan, ref choices), At(plan, 4, ref choices));
        if (choices.OneIn(2)) at = new BarOffset(at.Value & ~7ul);
        if (choices.OneIn(2) && plan.Stores.Last is { } last)
        {
            space = last.Space;
            var back = choices.OneIn(2) ? 0 : last.Length.Value - Math.Min(last.Length.Value, length.Value);
            at = last.At.Plus(back);
        }

        return new ZpciOperation.Load(Handle(plan, ref choices), space, at, length);
    }

    private static ZpciOperation Recovery(ref Choices choices) => choices.Below(3) switch
    {
        0 => new ZpciOperation.ResetError(),
        1 => new ZpciOperation.StoreControls(HandleChoice.Current, 0, IsUnaligned: false),
        _ => new ZpciOperation.ResetBlock(),
    };

    private static ZpciOperation.BlockStore BlockStore(ZpciState plan, ref Choices choices, ZpciCapabilities? own)
    {
        var length = choices.OneIn(8) ? 1 + choices.Below(Block) : choices.Of<ulong>(Lengths);
        var at = At(plan, length, ref choices);
        var data = Data(ref choices);
        if (!plan.Traits.Relaxed && !choices.OneIn(8))
            (at, data) = (new BarOffset(at.Value & ~7ul), new Gpa(data.Value & ~7ul));
        if (own is not null) at = Inside(plan, at, length);
        var space = choices.OneIn(16) ? InstructionRules.Configuration : Bar(plan, ref choices);
        return new ZpciOperation.BlockStore(
            Handle(plan, ref choices), space, at, data, new ByteCount(length), choices.OneIn(6));
    }

    // What becomes of an access beyond the end of a BAR is open: a product is not asked.
    private static BarOffset Inside(ZpciState plan, BarOffset at, ulong length)
    {
        var size = plan.Traits.BarSize.Value;
        return at.Value + length <= size || length > size ? at : new BarOffset((size - length) & ~7ul);
    }

    private static ZpciOperation.Move Move(ZpciState plan, ref Choices choices)
    {
        var token = choices.Below(1ul << 24) << 24;
        var place = (Block * (1 + choices.Below(4ul))) - choices.Of<ulong>([0, 1, 8, 100, Block]);
        return new ZpciOperation.Move(
            new BarOffset(token | place), Data(ref choices),
            new ByteCount(choices.Of<ulong>([1, 44, 101, 4096, 4097, 9000, 12288])), !choices.OneIn(3),
            Rarely(4, ref choices), Rarely(4, ref choices));
    }

    private static ZpciOperation.Copy Copy(ZpciState plan, ref Choices choices)
    {
        var length = choices.Of<ulong>([1, 7, 8, 24, 40, 120, 128, 200]);
        var at = At(plan, length, ref choices);
        if (!choices.OneIn(4)) at = new BarOffset(at.Value & ~7ul);
        return new ZpciOperation.Copy(at, Data(ref choices), new ByteCount(length));
    }

    private static BarOffset At(ZpciState plan, ulong length, ref Choices choices)
    {
        var size = plan.Traits.BarSize.Value;
        var block = size > Block ? Block * choices.Below(size / Block) : 0;
        if (choices.OneIn(2)) block = 0;
        var most = Math.Min(size, Block);
        var place = choices.Below(8) switch
        {
            0 => most - Math.Min(most, length),
            1 => most - Math.Min(most, length - Math.Min(length, 8)),
            2 => most - Math.Min(most, length - Math.Min(length, 1)),
            3 => choices.Below(most),
            4 => 8 * choices.Below(most / 8),
            5 => 1ul,
            6 => most - 8,
            _ => 0ul,
        };
        return new BarOffset(block + place);
    }

    private static Gpa Data(ref Choices choices) =>
        new(0x1_0000 + (choices.OneIn(2) ? 0 : choices.OneIn(2) ? 8 * choices.Below(512ul) : choices.Below(Block)));

    private static ByteCount RegisterLength(ref Choices choices) =>
        new(choices.Of<ulong>([1, 2, 3, 4, 4, 8, 8, 1 + choices.Below(9ul)]));

    private static int Space(ZpciState plan, ref Choices choices) =>
        choices.OneIn(3) ? InstructionRules.Configuration : Bar(plan, ref choices);

    private static int Bar(ZpciState plan, ref Choices choices) =>
        plan.Traits.OnlyBar2 || choices.OneIn(2) ? 2 : 0;

    private static int Rarely(int most, ref Choices choices) => choices.OneIn(3) ? 1 + choices.Below(most) : 0;
}
