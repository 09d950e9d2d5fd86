using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Tce;

/// <summary>The decisions about windows and entries, one method each; a faulty hypervisor overrides one.</summary>
public class TceRules
{
    private const int Readable = 0;
    private const int Writable = 1;

    /// <summary>What the sources say.</summary>
    public static TceRules Standard { get; } = new();

    /// <summary>The window whose entries translate an address of a requester; null if there is none.</summary>
    public virtual TceWindow? WindowOf(WalkUnit.Tce unit, RequesterId requester, Iova at)
    {
        foreach (var window in unit.Windows.AsSpan())
        {
            if (window.Requester == requester && window.Holds(at)) return window;
        }

        return null;
    }

    /// <summary>Whether an entry gives any right.</summary>
    public virtual bool IsPresent(Word entry) => entry.Has(Readable) || entry.Has(Writable);

    /// <summary>Whether an entry gives the rights that a request needs.</summary>
    public virtual bool Admits(Word entry, Access wanted) =>
        ((wanted & Access.Read) == 0 || entry.Has(Readable)) && ((wanted & Access.Write) == 0 || entry.Has(Writable));

    /// <summary>Where an address is in the page to which an entry leads.</summary>
    public virtual Gpa OutputOf(TceWindow window, Word entry, Iova at)
    {
        var inside = (1ul << window.PageShift) - 1;
        return new Gpa((entry.Value & ~inside) | (at.Value & inside));
    }

    /// <summary>Whether entries are used after they were changed.</summary>
    public virtual bool Caches(Word entry) => false;

    /// <summary>The window of a call; null if the call is refused.</summary>
    public virtual TceWindow? WindowOf(WalkUnit.Tce unit, in TceCall call)
    {
        if (call.Call == TceCall.PutIndirect && (call.Count > TceCall.Most || !call.IsAligned)) return null;
        foreach (var window in unit.Windows.AsSpan())
        {
            if (window.Number == call.Window) return window.Holds(call.At) ? window : null;
        }

        return null;
    }

    /// <summary>How many entries a call changes.</summary>
    public virtual ulong CountOf(in TceCall call) => call.Call == TceCall.Put ? 1 : call.Count;
}
