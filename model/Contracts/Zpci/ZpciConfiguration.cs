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
        var (first, last) = (Traits.FirstDma.Value, Traits.LastDma.Value);
        if (first % Page.Bytes != 0 || last % Page.Bytes != Page.Bytes - 1 || last >> 57 != 0)
            return "the addresses for tables are not whole pages of 57 bits";
        if (first < 1ul << 32 || last <= first || last - first < 1ul << 35)
            return "the addresses for tables start below 4 GiB or are too few";
        if (Traits.Vectors is < 1 or > 64) return "the vectors are not from 1 to 64";
        if (Traits.ConfigurationSize.Value is not (256 or 4096)) return "configuration space is of 256 or 4096 bytes";
        return size is < 16 or > 1ul << 48 || (size & (size - 1)) != 0 ? "the size of the BARs is not possible" : null;
    }
}
