namespace IoSpec.Areas.Iommu.Sharing;

/// <summary>What came out of threads that share an IOMMU.</summary>
public sealed class SharingCount
{
    private const int MostTold = 5;

    private readonly List<string> _told = [];

    /// <summary>How many translations were made.</summary>
    public long Translations { get; private set; }

    /// <summary>How many of them were blocked.</summary>
    public long Blocked { get; private set; }

    /// <summary>How many were served by what had been unmapped, before an invalidation of it was completed.</summary>
    public long Stale { get; private set; }

    /// <summary>How many could not be judged, for too much has changed meanwhile.</summary>
    public long Unjudged { get; private set; }

    /// <summary>How many were wrong.</summary>
    public long Violations { get; private set; }

    /// <summary>How many operations the writer has made.</summary>
    public long Changes { get; set; }

    /// <summary>Some of those that were wrong, in words.</summary>
    public IReadOnlyList<string> Told => _told;

    /// <summary>Counts a translation that landed.</summary>
    public void Land(bool isStale)
    {
        Translations++;
        if (isStale) Stale++;
    }

    /// <summary>Counts a translation that was blocked.</summary>
    public void Block(bool isJudged)
    {
        Translations++;
        Blocked++;
        if (!isJudged) Unjudged++;
    }

    /// <summary>Counts a translation that was wrong.</summary>
    public void Violate(string how)
    {
        Translations++;
        Violations++;
        if (_told.Count < MostTold) _told.Add(how);
    }

    /// <summary>Adds what another thread has counted.</summary>
    public void Add(SharingCount other)
    {
        Translations += other.Translations;
        Blocked += other.Blocked;
        Stale += other.Stale;
        Unjudged += other.Unjudged;
        Violations += other.Violations;
        Changes += other.Changes;
        _told.AddRange(other._told.Take(MostTold - _told.Count));
    }
}
