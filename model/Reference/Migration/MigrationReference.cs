using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>
/// The answering reference of the area <c>migration</c>: a device that is its specification, or one who drives several.
/// </summary>
/// <param name="rules">The decisions of a device; <see cref="MigrationRules.Standard"/> unless it is faulty.</param>
/// <param name="group">The decisions of one who drives devices.</param>
/// <param name="region">The decisions of a device of the first version; null for the standard.</param>
public sealed class MigrationReference(MigrationRules rules, GroupRules group, RegionRules? region = null)
    : ITarget<MigrationConfiguration, MigrationOperation>
{
    private DeviceModel? _device;
    private RegionModel? _region;
    private MigrationTraits[] _traits = [];
    private DeviceState[] _states = [];
    private int _step;

    /// <inheritdoc/>
    public TargetIdentity Identity => new("reference", "");

    /// <inheritdoc/>
    public void Reset(MigrationConfiguration configuration)
    {
        _step = 0;
        _device = configuration is MigrationConfiguration.OneDevice one ? new DeviceModel(one.Traits, rules) : null;
        _region = configuration is MigrationConfiguration.Region first
            ? new RegionModel(first.Traits, region ?? RegionRules.Standard)
            : null;
        if (configuration is not MigrationConfiguration.Group several) return;
        _traits = [.. several.Devices.Select(GroupTraits.Of)];
        _states = [.. several.Devices.Select(_ => DeviceState.Running)];
    }

    /// <inheritdoc/>
    public Observation Apply(MigrationOperation operation)
    {
        if (operation is MigrationOperation.Orchestrate goal)
            return new GroupDriver(_traits, group, _states, goal.Breaks).AimAt(goal.Goal);
        if (_region is { } old)
        {
            var answered = RegionAnswer.To(old, operation);
            RegionSteps.Do(old, operation, _step++);
            return answered;
        }

        var device = _device ?? throw new InvalidOperationException("The reference was not reset.");
        var answer = DeviceAnswer.To(device, operation);
        DeviceSteps.Do(device, operation, _step++);
        return answer;
    }
}
