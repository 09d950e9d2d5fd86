using IoSpec.Contracts;

namespace IoSpec.Reference.Iommu;

/// <summary>One domain id: what it maps, what may still be used of the past, and what must not be.</summary>
/// <param name="id">The id, which is also the tag of what is cached.</param>
public sealed class IommuDomain(DomainId id)
{
    /// <summary>The id.</summary>
    public DomainId Id { get; } = id;

    /// <summary>Whether the domain exists now.</summary>
    public bool Exists { get; set; }

    /// <summary>Whether it existed before.</summary>
    public bool WasUsed { get; set; }

    /// <summary>What is mapped; ranges do not overlap.</summary>
    public List<Extent> Live { get; } = [];

    /// <summary>Superseded versions that may still be used.</summary>
    public List<Extent> Superseded { get; } = [];

    /// <summary>The rights of table entries, where they are restricted.</summary>
    public List<TableRights> Tables { get; } = [];

    /// <summary>Superseded rights of table entries that may still be used.</summary>
    public List<TableRights> SupersededTables { get; } = [];

    /// <summary>Versions that must not be used any more.</summary>
    public List<Former> Former { get; } = [];

    /// <summary>Maps that were refused.</summary>
    public List<Extent> Refused { get; } = [];

    /// <summary>The last step at which a version that may still be used had to be dropped; null if none was.</summary>
    /// <remarks>Accesses are ambiguous then, until an invalidation of the whole domain.</remarks>
    public int? OverfullAt { get; set; }

    /// <summary>Takes out of <see cref="Live"/> what lies in a range; what is left of a mapping stays.</summary>
    /// <param name="range">The range.</param>
    /// <param name="rules">How the rest of a split mapping looks.</param>
    /// <param name="taken">Takes the removed versions.</param>
    public void Take(IovaRange range, IommuRules rules, List<Extent> taken)
    {
        taken.Clear();
        for (var i = Live.Count - 1; i >= 0; i--)
        {
            var extent = Live[i];
            if (!extent.Range.Overlaps(range)) continue;
            Live.RemoveAt(i);
            var cut = extent.Range.Intersect(range);
            taken.Add(extent.Part(cut));
            if (extent.Range.First.Value < cut.First.Value)
            {
                var before = new IovaRange(extent.Range.First, new Iova(cut.First.Value - 1));
                Live.Add(rules.Rest(extent, before) with { Split = true });
            }

            if (cut.Last.Value < extent.Range.Last.Value)
            {
                var after = new IovaRange(new Iova(cut.Last.Value + 1), extent.Range.Last);
                Live.Add(rules.Rest(extent, after) with { Split = true });
            }
        }
    }

    /// <summary>The version of an address that counts now.</summary>
    /// <param name="at">The address.</param>
    /// <param name="found">The version, if something is mapped.</param>
    /// <returns>Whether something is mapped.</returns>
    public bool TryFind(Iova at, out Extent found)
    {
        foreach (var extent in Live)
        {
            if (!extent.Range.Contains(at)) continue;
            found = extent;
            return true;
        }

        found = default;
        return false;
    }

    /// <summary>Adds a version that may still be used.</summary>
    /// <param name="version">The version.</param>
    public void Supersede(Extent version)
    {
        if (Superseded.Count < IommuBounds.Superseded) Superseded.Add(version);
        else OverfullAt = version.Died;
    }

    /// <summary>Adds a version that must not be used any more.</summary>
    /// <param name="version">The version.</param>
    /// <param name="ended">What ended its use.</param>
    public void Retire(Extent version, Retirement ended)
    {
        if (Former.Count == IommuBounds.Former) Former.RemoveAt(0);
        Former.Add(new Former(version, ended));
    }
}
