using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Host;

namespace IoSpec.Reference.Host;

/// <summary>
/// The slots of a guest's bounce pool: a layer for DMA mappings whose tables are copies. An entry that is made valid
/// is a slot that is filled, one that is made invalid is a slot that is given back, and one that is refreshed is
/// emptied if nobody has it.
/// </summary>
/// <param name="guest">The guest.</param>
public sealed class PoolSlots(GuestShape guest)
{
    private readonly (int Page, bool Writable)?[] _slots = new (int, bool)?[guest.Slots];

    /// <summary>Whether a slot stands for a page of memory.</summary>
    /// <param name="slot">The slot.</param>
    /// <returns>False if nobody has it.</returns>
    public bool IsTaken(int slot) => _slots[slot] is not null;

    /// <summary>A new guest: nobody has any.</summary>
    public void Clear() => Array.Clear(_slots);

    /// <summary>What an answer of the pool stands for.</summary>
    /// <param name="seen">The answer.</param>
    /// <returns>What is copied, in order; acts outside the pool and its guest's memory stand for nothing.</returns>
    public List<PoolCopy> Do(DmaObservation seen)
    {
        var copies = new List<PoolCopy>();
        foreach (var act in LayerActs.ActsOf(seen))
        {
            switch (act)
            {
                case DmaAct.Install install: Fill(install, copies); break;
                case DmaAct.Clear clear: Back(SlotsOf(clear.At, clear.Pages), copies); break;
                case DmaAct.Refresh refresh: Empty(SlotsOf(refresh.At, refresh.Pages), copies); break;
                default: break;
            }
        }

        return copies;
    }

    private void Fill(DmaAct.Install install, List<PoolCopy> copies)
    {
        var (first, count) = SlotsOf(install.At, install.Memory.Pages);
        for (var i = 0; i < count; i++)
        {
            var page = HostLayout.PageOf(install.Memory.Frame.Plus((ulong)i * Page.Bytes), guest.Pages);
            if (page < 0) return;
            _slots[first + i] = (page, install.Writable);
            copies.Add(new PoolCopy(PoolCopyKind.In, first + i, page, install.Writable));
        }
    }

    private void Back((int First, int Count) slots, List<PoolCopy> copies)
    {
        for (var slot = slots.First; slot < slots.First + slots.Count; slot++)
        {
            if (_slots[slot] is not var (page, writable)) continue;
            _slots[slot] = null;
            copies.Add(new PoolCopy(PoolCopyKind.Back, page, slot, writable));
        }
    }

    private void Empty((int First, int Count) slots, List<PoolCopy> copies)
    {
        for (var slot = slots.First; slot < slots.First + slots.Count; slot++)
        {
            if (_slots[slot] is null) copies.Add(new PoolCopy(PoolCopyKind.Emptied, slot, null, false));
        }
    }

    private (int First, int Count) SlotsOf(Iova at, PageCount pages)
    {
        var first = HostLayout.Within(at.Value, HostLayout.Memory.Value, (ulong)guest.Slots);
        return first < 0 ? (0, 0) : (first, (int)Math.Min(pages.Value, (ulong)(guest.Slots - first)));
    }
}
