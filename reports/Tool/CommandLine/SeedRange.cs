namespace IoSpec.Tool.CommandLine;

/// <summary>Seeds that follow each other.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many, at least one.</param>
internal readonly record struct SeedRange(ulong First, int Count)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<ulong> All => [.. Enumerable.Range(0, Count).Select(At)];

    private ulong At(int index) => First + (ulong)index;
}
