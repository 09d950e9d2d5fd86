using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Host;

/// <summary>What drivers have done before the first step: a queue of each guest is set up and runs.</summary>
public static class QueueStart
{
    private const VirtioStatus Found = VirtioStatus.Acknowledge | VirtioStatus.Driver;

    /// <summary>Whether the queue of a device is up at the start.</summary>
    /// <param name="configuration">What holds for the case.</param>
    /// <param name="device">The device.</param>
    /// <returns>True if it is.</returns>
    public static bool IsUp(HostConfiguration configuration, DeviceId device)
    {
        for (var i = 0; i <= (int)device.Value; i++)
        {
            if (configuration.Devices[i] is not { Queue.IsUp: true, Owner: { } owner }) continue;
            if (owner != configuration.Devices[(int)device.Value].Owner) continue;
            return i == (int)device.Value && QueueWindow.IsThere(configuration.Guests[(int)owner.Value]);
        }

        return false;
    }

    /// <summary>What its driver has done.</summary>
    /// <param name="queue">The device, on its platform.</param>
    /// <returns>The operations of the area <c>virtio</c>.</returns>
    public static IEnumerable<VirtioOperation> Steps(VirtioConfiguration queue)
    {
        yield return new VirtioOperation.SetStatus(Found);
        yield return new VirtioOperation.AcceptFeatures(queue.Offered);
        yield return new VirtioOperation.SetStatus(Found | VirtioStatus.FeaturesOk);
        var isMoved = queue.HasTables() && (queue.Offered & VirtioFeatures.AccessPlatform) != 0;
        yield return new VirtioOperation.SetUpQueue(
            new Iova(VirtioLayout.AddressOf(isMoved ? VirtioLayout.Shift : VirtioLayout.RingPage)));
        yield return new VirtioOperation.SetStatus(Found | VirtioStatus.FeaturesOk | VirtioStatus.DriverOk);
    }
}
