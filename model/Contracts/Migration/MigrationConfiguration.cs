namespace IoSpec.Contracts.Migration;

/// <summary>What a case of the area <c>migration</c> is about.</summary>
public abstract record MigrationConfiguration : Configuration
{
    private MigrationConfiguration()
    {
    }

    /// <summary>One device, driven through its states.</summary>
    /// <param name="Traits">What the device is.</param>
    public sealed record OneDevice(MigrationTraits Traits) : MigrationConfiguration;

    /// <summary>One who drives a group of devices: his calls to them are what is judged.</summary>
    /// <param name="Devices">The states that each of them has.</param>
    public sealed record Group(ValueList<MigrationFlags> Devices) : MigrationConfiguration;

    /// <summary>One device of the first version of the interface, driven through the bits of its state.</summary>
    /// <param name="Traits">What the device is.</param>
    public sealed record Region(RegionTraits Traits) : MigrationConfiguration;

    /// <summary>What makes the configuration impossible.</summary>
    /// <returns>The problem in one line, or null.</returns>
    public string? Problem() => this switch
    {
        OneDevice device => Problem(device.Traits),
        Group { Devices.Count: 0 or > 64 } => "the devices are not from 1 to 64",
        Group group when group.Devices.Any(flags => (flags & MigrationFlags.StopCopy) == 0) =>
            "the states of STOP_COPY are missing",
        Region region => Problem(region.Traits),
        _ => null,
    };

    private static string? Problem(RegionTraits traits)
    {
        if (traits.Registers is < 1 or > 64) return "the registers are not from 1 to 64";
        if (traits.Size.Value < RegionTraits.Fields.Value + 8 || traits.Size.Value > 1ul << 40)
            return "the region is not of a possible size";
        // Every word may be left from before the device stood still, and comes once more with what the device does.
        return traits.Longest.Value < 1 + (2 * (ulong)traits.Registers) || traits.Longest.Value > 1ul << 40
            ? "the longest stream is not of a possible size"
            : null;
    }

    private static string? Problem(MigrationTraits traits)
    {
        if ((traits.Flags & MigrationFlags.StopCopy) == 0) return "the states of STOP_COPY are missing";
        if (traits.Registers is < 1 or > 64) return "the registers are not from 1 to 64";
        if (traits.Vectors is < 0 or > 64) return "the vectors are not from 0 to 64";
        return traits.Longest.Value is 0 or > 1ul << 40 ? "the longest stream is not of a possible size" : null;
    }
}
