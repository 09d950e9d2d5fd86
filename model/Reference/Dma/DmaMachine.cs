using IoSpec.Contracts;
using IoSpec.Contracts.Dma;

namespace IoSpec.Reference.Dma;

/// <summary>What lies below the layer: the tables, and what every device has of them.</summary>
/// <remarks>
/// With a hypervisor that shadows, a device's copy is what refreshes have made it. Without, it is what hardware may
/// have kept: an entry from when it becomes valid until a refresh after it has become invalid.
/// </remarks>
public sealed class DmaMachine
{
    private readonly DmaConfiguration _configuration;
    private readonly DmaEntry?[] _tables;
    private readonly DmaEntry?[][] _copies;
    private (InnerCall Call, int After)? _failure;

    /// <summary>A machine in which nothing is mapped.</summary>
    /// <param name="configuration">The configuration.</param>
    public DmaMachine(DmaConfiguration configuration)
    {
        _configuration = configuration;
        _tables = new DmaEntry?[configuration.Pages.Value];
        _copies = new DmaEntry?[configuration.Devices][];
        for (var i = 0; i < _copies.Length; i++) _copies[i] = new DmaEntry?[_tables.Length];
        Slots = configuration.Hypervisor.Slots;
    }

    /// <summary>How many pages a device's copy can hold; null for any number.</summary>
    public PageCount? Slots { get; set; }

    /// <summary>How many pages can be handed out.</summary>
    public int Pages => _tables.Length;

    /// <summary>How many devices there are.</summary>
    public int Devices => _copies.Length;

    /// <summary>The page of an address, counted from the first one; -1 outside the aperture.</summary>
    public int PageOf(Iova at)
    {
        if (at.Value < _configuration.Aperture.Value) return -1;
        var page = (at.Value - _configuration.Aperture.Value) >> Page.Shift;
        return page < (ulong)_tables.Length ? (int)page : -1;
    }

    /// <summary>The address of a page.</summary>
    public Iova AddressOf(int page) => _configuration.Aperture.Plus((ulong)page << Page.Shift);

    /// <summary>What the tables say of a page.</summary>
    public DmaEntry? Table(int page) => _tables[page];

    /// <summary>What a device has of a page.</summary>
    public DmaEntry? Copy(int device, int page) => _copies[device][page];

    /// <summary>Whether any device has something of a page that the tables no longer have.</summary>
    public bool IsStale(int page)
    {
        if (_tables[page] is not null) return false;
        foreach (var copy in _copies)
        {
            if (copy[page] is not null) return true;
        }

        return false;
    }

    /// <summary>One of the next refreshes that add pages is going to fail.</summary>
    public void Fail(InnerCall call, int after) => _failure = (call, after);

    /// <summary>An entry becomes valid.</summary>
    public void Install(int page, DmaEntry entry)
    {
        _tables[page] = entry;
        if (_configuration.Hypervisor.Shadows) return;
        foreach (var copy in _copies) copy[page] = entry;
    }

    /// <summary>An entry becomes invalid.</summary>
    public void Clear(int page) => _tables[page] = null;

    /// <summary>The hypervisor looks at entries again, for one device.</summary>
    /// <param name="device">The device.</param>
    /// <param name="first">The first page.</param>
    /// <param name="count">How many pages.</param>
    /// <returns>What it answers.</returns>
    public RefreshResult Refresh(int device, int first, int count)
    {
        var copy = _copies[device];
        var adds = Adds(copy, first, count);
        var isFull = false;
        if (adds && _failure is var (call, after))
        {
            _failure = after == 0 ? null : (call, after - 1);
            if (after == 0 && call == InnerCall.RefreshError) return RefreshResult.Error;
            isFull = after == 0;
        }

        // 1. What is no longer valid goes, and so do rights that are no longer there.
        for (var page = first; page < first + count; page++)
        {
            if (_tables[page] is null) copy[page] = null;
            else if (copy[page] is not null) copy[page] = _tables[page];
        }

        if (!adds) return RefreshResult.Done;
        if (isFull) return RefreshResult.Full;

        // 2. What is valid comes, in the order of the addresses, as long as there is room.
        var used = copy.Count(entry => entry is not null);
        for (var page = first; page < first + count; page++)
        {
            if (_tables[page] is null || copy[page] is not null) continue;
            if (Slots is { } slots && (ulong)used >= slots.Value) return RefreshResult.Full;
            copy[page] = _tables[page];
            used++;
        }

        return RefreshResult.Done;
    }

    /// <summary>Takes over what another machine of the same configuration is.</summary>
    public void CopyFrom(DmaMachine other)
    {
        other._tables.CopyTo(_tables, 0);
        for (var i = 0; i < _copies.Length; i++) other._copies[i].CopyTo(_copies[i], 0);
        _failure = other._failure;
        Slots = other.Slots;
    }

    private bool Adds(DmaEntry?[] copy, int first, int count)
    {
        for (var page = first; page < first + count; page++)
        {
            if (_tables[page] is not null && copy[page] is null) return true;
        }

        return false;
    }
}
