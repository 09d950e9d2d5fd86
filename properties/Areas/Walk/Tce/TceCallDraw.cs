using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;
using IoSpec.Reference.Walk.Tce;

namespace IoSpec.Areas.Walk.Tce;

/// <summary>Calls for entries: those that change some, and those that are refused.</summary>
internal static class TceCallDraw
{
    private const ulong ListAddress = 0x8000;

    /// <summary>Removes the entry of an address and some of those around it, or beside it.</summary>
    public static ValueList<Word> Covering(WalkState plan, in TrailStep step, ref Choices choices)
    {
        var use = step.Use;
        if (TcePlan.Find(plan, use.Requester, use.At) is not { } window) return Refused(plan, ref choices);
        var count = choices.Below(6) switch
        {
            0 => 2ul,
            1 => 1ul << choices.Below(10),
            _ => 1ul,
        };
        var before = Math.Min(choices.Below(count + 1), (use.At.Value - window.Start.Value) >> window.PageShift);
        var from = new Iova(TcePlan.PageOf(window, use.At).Value - (before << window.PageShift));
        return new TceCall(TceCall.Stuff, window.Number, from, default, count).Words();
    }

    /// <summary>Any call.</summary>
    public static ValueList<Word> Any(WalkState plan, in TrailStep? step, ref Choices choices)
    {
        if (step is not { } own || choices.OneIn(2)) return Refused(plan, ref choices);
        if (choices.OneIn(3)) return Covering(plan, own, ref choices);
        if (TcePlan.Find(plan, own.Use.Requester, own.Use.At) is not { } window) return Refused(plan, ref choices);
        var entry = TceMapping.Entry(plan, window, FrameDraw.Next(plan, ref choices), ref choices);
        return new TceCall(TceCall.Put, window.Number, TcePlan.PageOf(window, own.Use.At), entry, 0).Words();
    }

    private static ValueList<Word> Refused(WalkState plan, ref Choices choices)
    {
        var windows = TcePlan.UnitOf(plan).Windows;
        var window = windows[choices.Below(windows.Count)];
        var end = window.Start.Plus(window.Size.Value);
        var beyond = choices.OneIn(3) ? end.Plus(choices.Bits(36) << 16) : end;
        return choices.Below(6) switch
        {
            0 => new TceCall(TceCall.Put, window.Number, beyond, new Word(3), 0).Words(),
            1 => new TceCall(TceCall.Stuff, window.Number, beyond, default, 1).Words(),
            2 => new TceCall(
                TceCall.PutIndirect, window.Number, window.Start, new Word(ListAddress), TceCall.Most + 1).Words(),
            3 => new TceCall(
                TceCall.PutIndirect, window.Number, window.Start, new Word(ListAddress + 8), 1).Words(),
            4 => new TceCall(TceCall.Put, Unknown(window), window.Start, new Word(3), 0).Words(),
            _ => new TceCall(TceCall.Stuff, Unknown(window), window.Start, default, 1).Words(),
        };
    }

    private static RequesterId Unknown(TceWindow window) => new(window.Number.Value | 0x7000);
}
