using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Virtio;

/// <summary>The answering reference of the area <c>virtio</c>: a device that is its specification.</summary>
/// <param name="rules">The decisions; <see cref="VirtioRules.Standard"/> unless it is to be faulty.</param>
public sealed class VirtioReference(VirtioRules rules) : ITarget<VirtioConfiguration, VirtioOperation>
{
    private DeviceModel? _device;
    private int _told;

    /// <inheritdoc/>
    public TargetIdentity Identity => new("reference", "");

    /// <inheritdoc/>
    public void Reset(VirtioConfiguration configuration) =>
        (_device, _told) = (new DeviceModel(configuration, rules), 0);

    /// <inheritdoc/>
    public Observation Apply(VirtioOperation operation)
    {
        var device = _device ?? throw new InvalidOperationException("The reference was not reset.");
        if (operation is VirtioOperation.SetUpQueue) _told = 0;
        if (operation is VirtioOperation.Kick kick)
        {
            var isTold = !kick.IfWanted || rules.WantsToBeTold(device.HasEvents, _told);
            _told = device.Memory.Made;
            if (!isTold) return new VirtioObservation.Ran([], [], false, device.Status, device.Recorded([]));
            var run = RingRun.Of(device);
            device.Commit(run);
            return run.Seen;
        }

        var answer = VirtioAnswer.To(device, operation);
        device.Do(operation);
        return answer;
    }
}
