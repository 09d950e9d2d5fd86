namespace IoSpec.Contracts;

/// <summary>Who writes to memory.</summary>
/// <param name="Requester">The requester; null for a processor.</param>
public readonly record struct MemoryWriter(RequesterId? Requester)
{
    /// <summary>A processor.</summary>
    public static MemoryWriter Processor => default;

    /// <inheritdoc/>
    public override string ToString() => Requester?.ToString() ?? "cpu";
}
