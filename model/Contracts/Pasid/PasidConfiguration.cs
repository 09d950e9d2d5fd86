namespace IoSpec.Contracts.Pasids;

/// <summary>A device with virtual functions, the IOMMU above it, and who gives its functions to guests.</summary>
/// <param name="Emulation">Who makes what a guest sees.</param>
/// <param name="Unit">The physical IOMMU.</param>
/// <param name="UnitWidth">How wide a PASID it takes, 0 to 20 bits.</param>
/// <param name="GuestUnitWidth">How wide a PASID the IOMMU takes that the guest sees; null for no PASIDs.</param>
/// <param name="QueueLength">How many page requests the IOMMU can hold, 1 to 64.</param>
/// <param name="Functions">The functions: the physical one, then its virtual functions.</param>
/// <param name="Features">What can be driven.</param>
/// <param name="Device">What the target calls the device; empty if it can be any.</param>
public sealed record PasidConfiguration(
    EmulationShape Emulation,
    PasidUnit Unit,
    int UnitWidth,
    int? GuestUnitWidth,
    int QueueLength,
    ValueList<FunctionShape> Functions,
    PasidFeatures Features,
    string Device) : Configuration
{
    /// <summary>What makes the configuration impossible.</summary>
    /// <returns>The problem in one line, or null.</returns>
    public string? Problem()
    {
        if (UnitWidth is < 0 or > 20 || GuestUnitWidth is < 0 or > 20) return "a width of PASIDs is not from 0 to 20";
        if (QueueLength is < 1 or > 64) return "the page requests are not from 1 to 64";
        if (Functions.Count is 0 or > 8) return "the functions are not from 1 to 8";
        foreach (var function in Functions)
        {
            if (ProblemOf(function) is { } problem) return problem;
        }

        return null;
    }

    private static string? ProblemOf(FunctionShape function)
    {
        var isUsed = new bool[0x1000];
        for (var i = 0; i < function.Chain.Count; i++)
        {
            var node = function.Chain[i];
            if (i == 0 && node.At.Value != 0x100) return "the first capability is not at 0x100";
            if (node.Id.Value == 0 && i == function.Chain.Count - 1) return "a header that leads on leads nowhere";
            if (node.Version is < 0 or > 15) return "a version is not from 0 to 15";
            if (node.Initial.Count > 0 && node.Length != 4 * (node.Initial.Count + 1))
                return "a capability is not as long as its registers";
            if (!Take(isUsed, node.At.Value, node.Length)) return "capabilities overlap or are not aligned";
        }

        foreach (var hidden in function.Hidden)
        {
            if (!Take(isUsed, hidden.At.Value, 4)) return "a hidden register is in a capability or not aligned";
        }

        return null;
    }

    private static bool Take(bool[] isUsed, int at, int length)
    {
        if (at < 0x100 || at % 4 != 0 || length < 4 || length % 4 != 0 || at + length > 0x1000) return false;
        for (var i = at; i < at + length; i++)
        {
            if (isUsed[i]) return false;
            isUsed[i] = true;
        }

        return true;
    }
}
