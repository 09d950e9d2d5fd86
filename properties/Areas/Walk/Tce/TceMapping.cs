using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk.Tce;

/// <summary>The stores that map an address in a window.</summary>
internal static class TceMapping
{
    private const ulong ReadWrite = 3;

    /// <summary>Maps an address, and now and then pages after it.</summary>
    public static ValueList<EntryWrite> Map(WalkState plan, in WalkRequest request, Gpa to, ref Choices choices)
    {
        if (TcePlan.Find(plan, request.Requester, request.At) is not { } window) return [];
        var slot = window.EntryOf(request.At);
        var writes = new List<EntryWrite> { new(slot, Entry(plan, window, to, ref choices)) };
        var more = choices.OneIn(3) ? choices.Below(5) : 0;
        for (var i = 1; i <= more; i++)
        {
            var next = slot.Plus((ulong)i * 8);
            if (window.AddressOf(next) is not { } at || !window.IsOpen(at)) break;
            writes.Add(new EntryWrite(next, Entry(plan, window, FrameDraw.Next(plan, ref choices), ref choices)));
        }

        return [.. writes];
    }

    /// <summary>An entry for a page: of memory for the whole of it, if there is some that large.</summary>
    public static Word Entry(WalkState plan, TceWindow window, Gpa to, ref Choices choices)
    {
        var page = window.PageShift == Page.Shift
            ? to
            : FrameDraw.Aligned(plan, 1ul << window.PageShift, ref choices) ?? to;
        var rights = choices.OneIn(4) ? choices.Below(4ul) : ReadWrite;
        return new Word((page.Value & ~((1ul << window.PageShift) - 1)) | rights);
    }
}
