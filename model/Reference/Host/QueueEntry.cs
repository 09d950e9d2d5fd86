using IoSpec.Contracts;

namespace IoSpec.Reference.Host;

/// <summary>What a page of a queue's addresses is mapped to.</summary>
/// <param name="To">The page of the memory of the area <c>virtio</c>; -1 for none.</param>
/// <param name="Allowed">The rights.</param>
public readonly record struct QueueEntry(int To, Access Allowed)
{
    /// <summary>It is not mapped.</summary>
    public static QueueEntry None => new(-1, Access.None);
}
