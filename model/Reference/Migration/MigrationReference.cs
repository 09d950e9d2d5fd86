using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>The answering reference of the area <c>migration</c>: a device that is its specification.</summary>
/// <param name="rules">The decisions; <see cref="MigrationRules.Standard"/> unless it is to be faulty.</param>
public sealed class MigrationReference(MigrationRules rules) : ITarget<MigrationConfiguration, MigrationOperation>
{
    private DeviceModel? _device;
    private int _step;

    /// <inheritdoc/>
    public TargetIdentity Identity => new("reference", "");

    /// <inheritdoc/>
    public void Reset(MigrationConfiguration configuration)
    {
        var device = (MigrationConfiguration.OneDevice)configuration;
        _device = new DeviceModel(device.Traits, rules);
        _step = 0;
    }

    /// <inheritdoc/>
    public Observation Apply(MigrationOperation operation)
    {
        var device = _device ?? throw new InvalidOperationException("The reference was not reset.");
        var answer = DeviceAnswer.To(device, operation);
        DeviceSteps.Do(device, operation, _step++);
        return answer;
    }
}
