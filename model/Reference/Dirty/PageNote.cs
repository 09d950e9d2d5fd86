using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;

namespace IoSpec.Reference.Dirty;

/// <summary>A page that was written and that the next report which covers it has to give.</summary>
public sealed class PageNote
{
    /// <summary>The first address of the page.</summary>
    public required Iova Page { get; init; }

    /// <summary>Who wrote it last.</summary>
    public WriterId Writer { get; set; }

    /// <summary>The step that ended the last write.</summary>
    public int Since { get; set; }

    /// <summary>What has happened since, and how it was written: what its loss is blamed on.</summary>
    public Circumstances Circumstances { get; set; }

    /// <summary>The whole page.</summary>
    public IovaRange Range => Ranges.Of(Page, new PageCount(1));
}
