namespace IoSpec.Reference.Host;

/// <summary>What a driver does to a page for a slot of a bounce pool.</summary>
/// <param name="Kind">Why.</param>
/// <param name="To">The page that is written.</param>
/// <param name="From">The page that it takes; null if it is emptied.</param>
/// <param name="Writable">Whether devices are to write the slot.</param>
public readonly record struct PoolCopy(PoolCopyKind Kind, int To, int? From, bool Writable)
{
    /// <summary>Whether it is to be done: what devices are not to write is not taken back.</summary>
    public bool IsDue => Kind != PoolCopyKind.Back || Writable;
}
