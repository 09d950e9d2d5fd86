using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk;

/// <summary>Changes one entry on the way of a request: one bit, one address, one former content.</summary>
internal static class DefectDraw
{
    /// <summary>One bit is turned; bits of addresses are left to <see cref="Retarget"/>, mostly.</summary>
    public static WalkOperation? Turn(
        WalkState plan, FormatDraw draw, in WalkRequest request, Trail trail, ref Choices choices)
    {
        if (choices.OneIn(3))
        {
            var step = StepOf(trail, ref choices);
            var index = choices.Below(choices.OneIn(4) ? step.Words : Math.Min(step.Words, 3));
            var twisted = step.At.Plus((ulong)index * 8);
            return Turned(plan, draw, request, twisted, draw.Twist(plan, step, index, ref choices));
        }

        var at = WordOf(trail, ref choices);
        var field = draw.AddressField;
        var bit = choices.Below(64);
        for (var i = 0; i < 3 && bit >= field.Low && bit <= field.High - 4; i++) bit = choices.Below(64);
        return Turned(plan, draw, request, at, plan.Memory.Now(at).Flip(bit));
    }

    /// <summary>Of stores that make something work, one word gets one bit wrong.</summary>
    public static ValueList<EntryWrite> Spoil(
        WalkState plan, FormatDraw draw, ValueList<EntryWrite> entries, ref Choices choices)
    {
        if (entries.Count == 0) return entries;
        EntryWrite[] spoiled = [.. entries];
        ref var entry = ref spoiled[choices.Below(spoiled.Length)];
        var bit = choices.Below(4) switch
        {
            0 => 0,
            1 => choices.Below(12),
            2 => 52 + choices.Below(12),
            _ => 39 + choices.Below(13),
        };
        if (!draw.Kept(plan.Configuration.Unit).Has(bit)) entry = entry with { Value = entry.Value.Flip(bit) };
        return [.. spoiled];
    }

    /// <summary>The address becomes another: of a frame, a table, the entry's own table, or nothing.</summary>
    public static WalkOperation? Retarget(
        WalkState plan, FormatDraw draw, in WalkRequest request, Trail trail, ref Choices choices)
    {
        var step = StepOf(trail, ref choices);
        var (index, high, low) = draw.PointerOf(step);
        var at = step.At.Plus((ulong)index * 8);
        var isLast = step == trail.Steps[^1] && trail.Result.Reaches;
        var to = choices.Below(12) switch
        {
            0 => step.At.PageStart(),
            1 or 2 when plan.Configuration.Nothing is { } nothing => nothing.Start,
            3 or 4 when draw.Forbidden is { } forbidden => forbidden,
            5 or 6 when isLast && draw.Forbidden is { } forbidden => forbidden,
            < 10 when isLast => FrameDraw.Next(plan, ref choices),
            _ => FrameDraw.PageAt(plan, choices.Below((int)plan.Configuration.Tables.Pages.Value)),
        };
        return Store(plan, request, at, plan.Memory.Now(at).With(high, low, draw.PointerTo(to, step)));
    }

    /// <summary>A word becomes what it was before, or zero.</summary>
    public static WalkOperation? Restore(WalkState plan, in WalkRequest request, Trail trail, ref Choices choices)
    {
        var at = WordOf(trail, ref choices);
        if (plan.Memory.Find(at) is not { Count: > 1 } history) return Store(plan, request, at, default);
        var version = Math.Max(0, history.Count - 2 - choices.Below(2));
        return Store(plan, request, at, history.At(history.Born(version)));
    }

    /// <summary>The word is read back, to see the marks of the unit.</summary>
    public static WalkOperation Read(Trail trail, ref Choices choices) =>
        new WalkOperation.ReadEntry(WordOf(trail, ref choices));

    private static Gpa WordOf(Trail trail, ref Choices choices)
    {
        var step = StepOf(trail, ref choices);
        return step.At.Plus((ulong)choices.Below(step.Words) * 8);
    }

    private static TrailStep StepOf(Trail trail, ref Choices choices) =>
        trail.Steps[choices.OneIn(2) ? trail.Steps.Count - 1 : choices.Below(trail.Steps.Count)];

    private static WalkOperation.Write? Turned(
        WalkState plan, FormatDraw draw, in WalkRequest request, Gpa at, Word value)
    {
        var turned = plan.Memory.Now(at).Value ^ value.Value;
        return (turned & draw.Kept(plan.Configuration.Unit).Value) == 0 ? Store(plan, request, at, value) : null;
    }

    // A table is sought only where it is known what lies there.
    private static WalkOperation.Write? Store(WalkState plan, in WalkRequest request, Gpa at, Word value)
    {
        var write = new EntryWrite(at, value);
        var format = WalkFormatCatalogue.Of(plan.Configuration.Unit);
        return Trail.EndOf(plan, format, request, write).IsUnknown ? null : new WalkOperation.Write([write]);
    }
}
