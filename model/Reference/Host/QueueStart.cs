using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Host;

/// <summary>What a driver has done before the first step: the queue is set up and runs.</summary>
public static class QueueStart
{
    private const VirtioStatus Found = VirtioStatus.Acknowledge | VirtioStatus.Driver;

    /// <summary>What its driver does.</summary>
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
