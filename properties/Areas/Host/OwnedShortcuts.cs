using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Virtio;
using IoSpec.Engine;

namespace IoSpec.Areas.Host;

/// <summary>Hosts that begin with what steps bring about: devices that are a guest's, queues that are set up.</summary>
internal static class OwnedShortcuts
{
    /// <summary>The ways.</summary>
    public static IEnumerable<Shortcut> Of(HostConfiguration configuration, IReadOnlyList<Operation> operations)
    {
        for (var step = 0; step < operations.Count; step++)
        {
            if (operations[step] is not HostOperation.Assign assign) continue;
            var shape = configuration.Devices[(int)assign.Device.Value];
            if (shape.Owner is not null) continue;
            var owned = shape with { Owner = assign.Guest };
            var master = Shortcut.Next(operations, 0, new HostOperation.SetMaster(assign.Device, true).Equals);
            foreach (var (queued, set) in SetUp(owned, assign.Device, operations).Append((owned, [])))
            {
                if (master >= 0) yield return With(assign.Device, queued, [.. set, step, master]);
                yield return With(assign.Device, queued, [.. set, step]);
            }
        }

        for (var i = 0u; i < configuration.Devices.Count; i++)
        {
            foreach (var (shape, set) in SetUp(configuration.Devices[(int)i], new DeviceId(i), operations))
                yield return With(new DeviceId(i), shape, set);
        }

        Shortcut With(DeviceId device, DeviceShape shape, List<int> gone) => new(
            configuration with
            {
                Devices = [.. configuration.Devices.Select((other, i) => i == device.Value ? shape : other)],
            },
            operations, gone);
    }

    // The driver sets the queue up before the first step, with the features that it accepts in one.
    private static IEnumerable<(DeviceShape Shape, List<int> Gone)> SetUp(
        DeviceShape shape, DeviceId device, IReadOnlyList<Operation> operations)
    {
        if (shape.Queue is not { IsStepwise: true } queue) yield break;
        var gone = new List<int>();
        var accepted = queue.Offered;
        for (var step = 0; step < operations.Count; step++)
        {
            if (operations[step] is not HostOperation.Drive drive || drive.Device != device) continue;
            if (drive.Does is VirtioOperation.Offer or VirtioOperation.Kick) break;
            if (drive.Does is VirtioOperation.AcceptFeatures accept) accepted &= accept.Features;
            gone.Add(step);
        }

        if (gone.Count > 0)
            yield return (shape with { Queue = queue with { IsStepwise = false, Offered = accepted } }, gone);
    }
}
