using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Virtio;

/// <summary>The answering reference of the area <c>virtio</c>: a device that is its specification.</summary>
/// <param name="rules">The decisions; <see cref="VirtioRules.Standard"/> unless it is to be faulty.</param>
public sealed class VirtioReference(VirtioRules rules) : ITarget<VirtioConfiguration, VirtioOperation>
{
    private DeviceModel? _device;

    /// <inheritdoc/>
    public TargetIdentity Identity => new("reference", "");

    /// <inheritdoc/>
    public void Reset(VirtioConfiguration configuration) => _device = new DeviceModel(configuration, rules);

    /// <inheritdoc/>
    public Observation Apply(VirtioOperation operation)
    {
        var device = _device ?? throw new InvalidOperationException("The reference was not reset.");
        if (operation is VirtioOperation.Kick)
        {
            var run = RingRun.Of(device);
            device.Commit(run);
            return run.Seen;
        }

        var answer = VirtioAnswer.To(device, operation);
        device.Do(operation);
        return answer;
    }
}
