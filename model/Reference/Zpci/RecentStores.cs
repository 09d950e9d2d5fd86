using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>The last stores to a device, from which the bytes of a load follow where they are known.</summary>
public sealed class RecentStores
{
    private const int Most = 16;
    private readonly Transaction[] _last = new Transaction[Most];
    private int _count;

    /// <summary>The last store; null if there was none.</summary>
    public Transaction? Last => _count == 0 ? null : _last[(_count - 1) % Most];

    /// <summary>A store has reached the device.</summary>
    /// <param name="store">The store; its data may be unknown.</param>
    public void Add(Transaction store) => _last[_count++ % Most] = store;

    /// <summary>What a load gives.</summary>
    /// <param name="space">The address space.</param>
    /// <param name="at">The offset.</param>
    /// <param name="length">How many bytes, at most 8.</param>
    /// <returns>The register, and a mask of the bytes of it that are known.</returns>
    public (ulong Value, ulong Known) Load(int space, BarOffset at, int length)
    {
        var (value, known) = (0ul, 0ul);
        for (var i = 0; i < length; i++)
        {
            (value, known) = (value << 8, known << 8);
            if (Find(space, at.Value + (ulong)i) is not { } data) continue;
            value |= ZpciGuest.Byte(data);
            known |= 0xff;
        }

        return (value, known);
    }

    private Gpa? Find(int space, ulong at)
    {
        for (var i = _count - 1; i >= 0 && i >= _count - Most; i--)
        {
            ref readonly var store = ref _last[i % Most];
            if (store.Space != space || at < store.At.Value || at - store.At.Value >= store.Length.Value) continue;
            return store.Data == ZpciGuest.Unknown ? null : new Gpa(store.Data.Value + (at - store.At.Value));
        }

        return null;
    }
}
