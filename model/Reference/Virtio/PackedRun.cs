using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Virtio;

/// <summary>What a device with a packed queue does when it is kicked; changes nothing.</summary>
/// <remarks>Source: virtio 1.2, 2.8 (packed virtqueues).</remarks>
internal static class PackedRun
{
    public static void Serve(DeviceModel device, DeviceRun run)
    {
        run.Available = device.Memory.Made - run.Last;
        var size = device.Size;
        for (var rounds = 0; rounds <= 2 * size; rounds++)
        {
            // 1. The next descriptor is available if its flags fit the wrap counter.
            run.IsBlind = !PackedWalk.Fetch(device, run.Last, run, out _, out var flags);
            if (run.IsBlind) return;
            var (available, used) = PackedFlags.Of(flags);
            if (!device.Rules.IsAvailable(available, used, device.Rules.Wrap(run.Last, size))) return;

            // 2. It is the first of a chain.
            var chain = new List<Descriptor>();
            var result = PackedWalk.Of(device, chain, run, out var id, out var places);
            run.IsBlind = result == ChainWalk.Result.Blocked;
            run.Stops = result == ChainWalk.Result.Wrong;
            if (run.IsBlind || run.Stops) return;
            run.IsWrapped |= (run.Last % size) + places > size;
            if (device.Rules.Uses(size, id) && !RingRun.Use(device, chain, id, places, run)) return;

            // 3. The one descriptor that tells it stands for all of them.
            run.Last = device.Rules.Advance(run.Last, places, chain.Count, size);
        }
    }
}
