using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Host;

namespace IoSpec.Invariants.Host;

/// <summary>
/// Which pages of a guest the slots of its bounce pool stand for, by what its drivers asked and what they were handed.
/// </summary>
/// <remarks>Independent of the judges: it knows nothing of what the pool tells that it did for that.</remarks>
/// <param name="guest">The guest.</param>
internal sealed class PoolLedger(GuestShape guest)
{
    private readonly List<Taken> _taken = [];

    /// <summary>Whether somebody has a slot.</summary>
    public bool IsTaken(int slot) => _taken.Exists(taken => taken.Slot == slot);

    /// <summary>A new guest: nobody has any.</summary>
    public void Clear() => _taken.Clear();

    /// <summary>A request was handed slots.</summary>
    /// <param name="map">The request.</param>
    /// <param name="at">The address of the first slot.</param>
    /// <param name="step">The step of the request.</param>
    /// <returns>The slots and the pages of memory that they stand for, in order.</returns>
    public IReadOnlyList<Taken> Take(DmaOperation.Map map, Iova at, int step)
    {
        var first = _taken.Count;
        var slot = HostLayout.Within(at.Value, HostLayout.Memory.Value, (ulong)guest.Slots);
        foreach (var segment in map.Segments.AsSpan())
        {
            var page = HostLayout.PageOf(segment.Frame, guest.Pages);
            for (var i = 0; i < (int)segment.Pages.Value && slot >= 0 && slot < guest.Slots; i++)
                _taken.Add(new Taken(step, slot++, page + i, map.Writable));
        }

        return _taken[first..];
    }

    /// <summary>A request has given its slots back.</summary>
    /// <param name="step">The step of the request.</param>
    /// <returns>The slots; none if it had none.</returns>
    public IReadOnlyList<Taken> GiveBack(int step)
    {
        var given = _taken.FindAll(taken => taken.Step == step);
        _taken.RemoveAll(taken => taken.Step == step);
        return given;
    }

    /// <summary>A slot that somebody has.</summary>
    /// <param name="Step">The step of the request that has it.</param>
    /// <param name="Slot">The slot.</param>
    /// <param name="Page">The page of memory that it stands for.</param>
    /// <param name="Writable">Whether devices are to write it.</param>
    internal readonly record struct Taken(int Step, int Slot, int Page, bool Writable);
}
