using IoSpec.Contracts;
using IoSpec.Contracts.Migration;
using IoSpec.Engine;
using IoSpec.Reference.Migration;

namespace IoSpec.Areas.Migration;

/// <summary>Draws what is done to a device of the first version: mostly the next step of a migration.</summary>
internal static class RegionDraw
{
    private static readonly int[] Weights =
    [
        16, // device_state
        2, // reserved
        8, // pending_bytes
        8, // data_offset
        4, // data_size
        14, // set bits
        1, // write reserved
        6, // copy out
        6, // copy in
        10, // write register
        10, // read register
        6, // start work
        10, // watch
        4, // fail next
        2, // reset
    ];

    public static MigrationOperation Next(RegionState plan, ref Choices choices)
    {
        if (!choices.OneIn(3) && Journey(plan, ref choices) is { } step && RegionForm.Applies(plan, step)) return step;
        for (var tries = 0; tries < 4; tries++)
        {
            var drawn = Of(choices.Weighted(Weights), plan, ref choices);
            if (RegionForm.Applies(plan, drawn)) return drawn;
        }

        return new MigrationOperation.ReadField(RegionField.DeviceState);
    }

    private static MigrationOperation Of(int kind, RegionState plan, ref Choices choices) => kind switch
    {
        < 5 => new MigrationOperation.ReadField((RegionField)kind),
        5 => Set(Word(plan, ref choices)),
        6 => new MigrationOperation.WriteReserved(TouchDraw.Word(ref choices)),
        7 => new MigrationOperation.CopyOut(),
        8 => CopyIn(plan, ref choices),
        9 => Write(plan, ref choices),
        10 => new MigrationOperation.ReadRegister(Register(plan, ref choices)),
        11 => new MigrationOperation.StartWork((DeviceWork)choices.Below(8)),
        12 => new MigrationOperation.Watch(),
        13 => new MigrationOperation.FailNext(choices.Below(2)),
        _ => new MigrationOperation.Reset(),
    };

    private static MigrationOperation? Journey(RegionState plan, ref Choices choices)
    {
        var state = RegionField.DeviceState;
        if (!plan.Belief.IsCertain) return new MigrationOperation.ReadField(state);
        var word = plan.Belief.Word;
        if (RegionWord.IsError(word))
            return choices.OneIn(2) ? Set(Word(plan, ref choices)) : new MigrationOperation.Reset();
        if (RegionWord.Saves(word)) return Save(plan, word, ref choices);
        if (RegionWord.Loads(word)) return Load(plan, ref choices);
        if (!RegionWord.Runs(word))
            return choices.OneIn(3) ? Set(RegionBits.Running) : new MigrationOperation.Reset();
        return choices.Below(10) switch
        {
            0 or 1 => Write(plan, ref choices),
            2 or 3 => new MigrationOperation.ReadRegister(Register(plan, ref choices)),
            4 => new MigrationOperation.StartWork((DeviceWork)choices.Below(8)),
            5 when plan.Whole is null => Set(RegionBits.Saving),
            5 or 6 when plan.Whole is not null => Set(RegionBits.Resuming),
            7 => Set(RegionBits.Saving | RegionBits.Running),
            8 when plan.Traits.HasNoDma => Set(RegionBits.Running | RegionBits.NoDma),
            _ => null,
        };
    }

    private static MigrationOperation? Save(RegionState plan, RegionBits word, ref Choices choices)
    {
        var ends = plan.Stream is { HasEnded: true } || plan.Pending is { Value: 0 };
        if (RegionWord.Runs(word) && (ends || choices.OneIn(6)))
            return choices.OneIn(3) ? Write(plan, ref choices) : Set(RegionBits.Saving);
        if (ends) return Set(choices.OneIn(4) ? RegionBits.Running : RegionBits.None);
        if (plan is { IsCommitted: true, IsCopied: false }) return new MigrationOperation.CopyOut();
        return new MigrationOperation.ReadField(
            plan is { IsCommitted: false, Pending.Value: > 0 } ? RegionField.DataOffset : RegionField.PendingBytes);
    }

    private static MigrationOperation Load(RegionState plan, ref Choices choices)
    {
        if (!plan.ReceivesWhole || plan.HasReceivedAll) return Set(RegionBits.Running);
        return choices.OneIn(40)
            ? CopyIn(plan, ref choices)
            : new MigrationOperation.CopyIn(new Held(plan.Whole!.Segments[plan.Received.Count]));
    }

    private static MigrationOperation.CopyIn CopyIn(RegionState plan, ref Choices choices)
    {
        var segments = plan.Whole?.Segments ?? plan.Stream?.Segments;
        var step = segments is { Count: > 0 } ? segments[choices.Below(segments.Count)] : choices.Below(plan.Step + 1);
        return new(new Held(step));
    }

    private static MigrationOperation.WriteRegister Write(RegionState plan, ref Choices choices) =>
        new(Toucher.User, Register(plan, ref choices), TouchDraw.Word(ref choices));

    private static MigrationOperation.SetBits Set(RegionBits to) => new(to);

    private static RegionBits Word(RegionState plan, ref Choices choices) =>
        (RegionBits)choices.Below(plan.Traits.HasNoDma ? 16 : 8);

    private static RegisterIndex Register(RegionState plan, ref Choices choices) =>
        new((uint)choices.Below(plan.Registers.Length));
}
