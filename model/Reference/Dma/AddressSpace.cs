namespace IoSpec.Reference.Dma;

/// <summary>Which pages are taken: by mappings, and by unmaps that wait.</summary>
public sealed class AddressSpace
{
    private readonly bool[] _taken;

    /// <summary>An empty space.</summary>
    /// <param name="pages">How many pages it has.</param>
    public AddressSpace(int pages) => _taken = new bool[pages];

    /// <summary>Takes free pages.</summary>
    /// <param name="count">How many.</param>
    /// <param name="alignment">To what their address is aligned, in pages.</param>
    /// <param name="highest">Whether the highest ones are taken; otherwise the lowest ones.</param>
    /// <returns>The first of them; -1 if there are none.</returns>
    public int Take(int count, int alignment, bool highest)
    {
        if (count > _taken.Length) return -1;
        var places = ((_taken.Length - count) / alignment) + 1;
        for (var i = 0; i < places; i++)
        {
            var first = (highest ? places - 1 - i : i) * alignment;
            if (_taken.AsSpan(first, count).Contains(true)) continue;
            _taken.AsSpan(first, count).Fill(true);
            return first;
        }

        return -1;
    }

    /// <summary>Gives pages back.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many.</param>
    public void Free(int first, int count) => _taken.AsSpan(first, count).Clear();

    /// <summary>Takes over what another space of the same size is.</summary>
    public void CopyFrom(AddressSpace other) => other._taken.CopyTo(_taken, 0);
}
