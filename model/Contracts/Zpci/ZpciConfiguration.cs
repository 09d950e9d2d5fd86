namespace IoSpec.Contracts.Zpci;

/// <summary>One function, disabled at the start, and the path to it.</summary>
/// <param name="Traits">What they are.</param>
public sealed record ZpciConfiguration(ZpciTraits Traits) : Configuration
{
    /// <summary>What makes the configuration impossible.</summary>
    /// <returns>The problem in one line, or null.</returns>
    public string? Problem()
    {
        var most = Traits.MostStored.Value;
        if (most is < 16 or > 4096 || most % 8 != 0) return "the longest block store is not from 16 to 4096";
        var size = Traits.BarSize.Value;
        return size is < 16 or > 1ul << 48 || (size & (size - 1)) != 0 ? "the size of the BARs is not possible" : null;
    }
}
