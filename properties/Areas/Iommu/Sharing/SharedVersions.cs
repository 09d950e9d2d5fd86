namespace IoSpec.Areas.Iommu.Sharing;

/// <summary>
/// What was ever mapped, by number, and between which times it may be served: from the beginning of its map to the end
/// of the invalidation that covers its unmap. Its frames tell the number.
/// </summary>
internal sealed class SharedVersions
{
    /// <summary>How many numbers there are: they come again when all others had their turn.</summary>
    public const int Count = 1 << 18;

    /// <summary>How many frames a version has, as a logarithm.</summary>
    public const int FrameShift = 9;

    private readonly int[] _places = new int[Count];
    private readonly long[] _begins = new long[Count];
    private readonly long[] _unmaps = new long[Count];
    private readonly long[] _ends = new long[Count];
    private int _next;

    /// <summary>Begins a version of a place.</summary>
    public int Begin(int place, long time)
    {
        while (_ends[_next] == long.MaxValue) _next = (_next + 1) % Count;
        var version = _next;
        _next = (_next + 1) % Count;
        _places[version] = place;
        Volatile.Write(ref _unmaps[version], long.MaxValue);
        Volatile.Write(ref _ends[version], long.MaxValue);
        Volatile.Write(ref _begins[version], time);
        return version;
    }

    public void Unmap(int version, long time) => Volatile.Write(ref _unmaps[version], time);

    public void End(int version, long time) => Volatile.Write(ref _ends[version], time);

    /// <summary>Whether a version may be served at some time of an interval.</summary>
    public bool IsLive(int version, int place, long begin, long end) =>
        _places[version] == place && Volatile.Read(ref _begins[version]) <= end
        && Volatile.Read(ref _ends[version]) > begin;

    /// <summary>Whether it was unmapped before a time.</summary>
    public bool IsStale(int version, long time) => Volatile.Read(ref _unmaps[version]) <= time;
}
