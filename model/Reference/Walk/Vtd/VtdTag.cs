using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Vtd;

/// <summary>The domain id under which caches hold what comes of an entry.</summary>
internal static class VtdTag
{
    /// <summary>The domain id in a legacy context entry or a PASID entry.</summary>
    /// <param name="use">For what the entry is read.</param>
    /// <param name="content">Its words.</param>
    /// <returns>The domain id; 0 for a scalable-mode context entry, which has none.</returns>
    public static uint Of(in EntryUse use, ReadOnlySpan<Word> content) => (use.Kind, content.Length) switch
    {
        (EntryKind.Requester, 2) => (uint)content[1].Field(23, 8),
        (EntryKind.Pasid, _) => (uint)content[1].Field(15, 0),
        _ => 0,
    };
}
