namespace IoSpec.Reference.Dma;

/// <summary>A mapping that was seen to be made.</summary>
/// <param name="Step">The step that made it.</param>
/// <param name="First">Its first page.</param>
/// <param name="Entries">What its pages lead to.</param>
public sealed record SeenMapping(int Step, int First, DmaEntry[] Entries)
{
    /// <summary>Whether it still is there.</summary>
    public bool IsLive { get; set; } = true;
}
