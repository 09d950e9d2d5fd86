using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Virtio;

/// <summary>What the model of a device answers; changes nothing.</summary>
public static class VirtioAnswer
{
    /// <summary>Answers an operation.</summary>
    /// <param name="device">The device before it.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>The observation.</returns>
    public static Observation To(DeviceModel device, VirtioOperation operation) => operation switch
    {
        VirtioOperation.ReadFeatures => new VirtioObservation.Features(device.Offered),
        VirtioOperation.SetStatus set => new VirtioObservation.Status(device.StatusAfter(set.Status)),
        VirtioOperation.ResetDevice => new VirtioObservation.Status(device.Rules.AfterReset(device.Status)),
        VirtioOperation.Kick => RingRun.Of(device).Seen,
        _ => VirtioObservation.Done.Instance,
    };
}
