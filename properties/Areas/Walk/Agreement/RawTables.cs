using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk.Agreement;

/// <summary>Draws tables: such that lead somewhere first, then random words in them.</summary>
internal static class RawTables
{
    /// <summary>Operations that set a unit up; each is played before the next one is drawn.</summary>
    public static void Draw(
        WalkState plan, WalkFormat format, int steps, Action<WalkOperation> play, ref Choices choices)
    {
        for (var i = 0; i < steps; i++)
        {
            var operation = WalkDraw.Next(plan, ref choices);
            if (operation is not (WalkOperation.Write or WalkOperation.Program)) continue;
            if (WalkForm.Applies(plan, format, operation)) play(operation);
        }
    }

    /// <summary>Words like those that are there, at places beside them, with few bits turned.</summary>
    public static WalkOperation Spray(WalkState plan, int count, ref Choices choices)
    {
        var written = plan.Memory.Written;
        var entries = new EntryWrite[written.Count == 0 ? 0 : count];
        foreach (ref var entry in entries.AsSpan())
        {
            var model = written[choices.Below(written.Count)];
            var at = choices.OneIn(4) ? model : model.PageStart().Plus((ulong)choices.Below(512) * 8);
            var value = choices.OneIn(16) ? choices.Bits(64) : plan.Memory.Now(model).Value;
            for (var flips = choices.Below(3); flips > 0; flips--) value ^= 1ul << choices.Below(64);
            entry = new EntryWrite(at, new Word(value));
        }

        return new WalkOperation.Write([.. entries]);
    }

    /// <summary>A request: beside the addresses that cases dwell on, and elsewhere.</summary>
    public static WalkOperation.Dma Request(WalkState plan, ref Choices choices)
    {
        var draw = FormatDrawCatalogue.Of(plan.Configuration.Unit);
        var request = RequestDraw.Next(plan, draw, ref choices);
        var at = request.At.Value & ~(Page.Bytes - 1);
        if (choices.OneIn(4)) at ^= (ulong)choices.Below(512) << Page.Shift;
        if (choices.OneIn(8)) at ^= 1ul << choices.Below(64);
        at |= choices.Below(Page.Bytes);
        return new WalkOperation.Dma(
            request.Requester, request.Pasid, request.AddressType, request.Kind, request.Privileged, new Iova(at),
            new ByteCount(1));
    }
}
