using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>What is known in the middle of a case: of a device, or of one who drives a group of them.</summary>
public sealed class MigrationCase
{
    /// <summary>The start of a case.</summary>
    /// <param name="configuration">What the case is about.</param>
    public MigrationCase(MigrationConfiguration configuration)
    {
        switch (configuration)
        {
            case MigrationConfiguration.OneDevice one: Device = new MigrationState(one.Traits); break;
            case MigrationConfiguration.Group group: Group = new GroupState(group); break;
            case MigrationConfiguration.Region region: Region = new RegionState(region.Traits); break;
            default: throw new ArgumentException($"{configuration} is no case.", nameof(configuration));
        }
    }

    /// <summary>What is known of the device; null if the case is about something else.</summary>
    public MigrationState? Device { get; }

    /// <summary>What is known of a device of the first version; null if the case is about something else.</summary>
    public RegionState? Region { get; }

    /// <summary>What is known of the group; null if the case is about something else.</summary>
    public GroupState? Group { get; }
}
