namespace IoSpec.Reference.Iommu.NotArchitectural;

/// <summary>Which of several versions the answering reference uses: what a cache holds is not architectural.</summary>
public enum VersionChoice
{
    /// <summary>What counts now: an implementation without caches.</summary>
    Now,

    /// <summary>A former version wherever one may still be used: the most reluctant cache that is allowed.</summary>
    Former,

    /// <summary>Any version that may be used, another one each time: a cache that keeps and drops at random.</summary>
    Any,
}
