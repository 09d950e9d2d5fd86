using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Pasids;
using IoSpec.Contracts.Virtio;
using IoSpec.Engine;
using IoSpec.Reference.Host;

namespace IoSpec.Areas.Host;

/// <summary>
/// Makes hosts smaller: without the devices and guests that no step names, and with what steps bring about at the
/// start.
/// </summary>
internal static class HostReductions
{
    private const uint MostDevices = 6;

    public static IEnumerable<Reduction> Of(HostConfiguration configuration, HostOperation[] operations)
    {
        var names = HostNames.Of(operations);
        List<int> idle =
        [
            .. Enumerable.Range(0, configuration.Devices.Count).Where(i => !IsNamed(configuration, names, i)),
        ];
        if (idle.Count > 1) yield return Without(configuration, operations, idle, names);
        foreach (var device in idle) yield return Without(configuration, operations, [device], names);
        if (IdleGuests(configuration, names).Count > 0) yield return Without(configuration, operations, [], names);
        foreach (var reduction in AtTheStart(configuration, operations)) yield return reduction;
        foreach (var reduction in AtOnce(configuration, operations)) yield return reduction;
        foreach (var reduction in OfLater(configuration, operations)) yield return reduction;
    }

    // What belongs to a guest later belongs to it at the start.
    private static IEnumerable<Reduction> AtTheStart(HostConfiguration configuration, HostOperation[] operations)
    {
        for (var step = 0; step < operations.Length; step++)
        {
            if (operations[step] is not HostOperation.Assign assign) continue;
            var shape = configuration.Devices[(int)assign.Device.Value];
            if (shape.Owner is not null) continue;
            var owned = shape with { Owner = assign.Guest };
            foreach (var (queued, set) in SetUp(owned, assign.Device, operations).Append((owned, [])))
            {
                var gone = set.Append(step);
                var master = Array.FindIndex(operations, o => o == new HostOperation.SetMaster(assign.Device, true));
                if (master >= 0)
                    yield return With(configuration, operations, assign.Device, queued, gone.Append(master));
                yield return With(configuration, operations, assign.Device, queued, gone);
            }
        }

        for (var i = 0u; i < configuration.Devices.Count; i++)
        {
            foreach (var (shape, set) in SetUp(configuration.Devices[(int)i], new DeviceId(i), operations))
                yield return With(configuration, operations, new DeviceId(i), shape, set);
        }
    }

    // A guest is brought to the other host by one step.
    private static IEnumerable<Reduction> AtOnce(HostConfiguration configuration, HostOperation[] operations)
    {
        for (var step = 0; step < operations.Length; step++)
        {
            if (operations[step] is not HostOperation.Advance advance) continue;
            HostOperation[] others = [.. operations];
            others[step] = new HostOperation.Finish(advance.Guest);
            List<int> gone = [];
            for (var i = step + 1; i < operations.Length; i++)
            {
                if (operations[i] == new HostOperation.StartMigration(advance.Guest)) break;
                if (operations[i] == advance) gone.Add(i);
            }

            if (gone.Count > 0) yield return new Reduction(configuration, others, gone, name => name);
        }
    }

    // What was mapped early is used: instead of it what was mapped later.
    private static IEnumerable<Reduction> OfLater(HostConfiguration configuration, HostOperation[] operations)
    {
        for (var step = 0; step < operations.Length; step++)
        {
            if (operations[step] is not HostOperation.Use { Mapped: var early }) continue;
            for (var later = step - 1; later > early.Step; later--)
            {
                if (operations[later] is not HostOperation.Layer { Does: DmaOperation.Map }) continue;
                var mapped = new Held(later);
                yield return new Reduction(
                    configuration, operations, [early.Step], name => name.Equals(early) ? mapped : name);
            }
        }
    }

    private static bool IsNamed(HostConfiguration configuration, HashSet<object> names, int device)
    {
        var id = new DeviceId((uint)device);
        return names.Contains(id)
            || (HostPart.FunctionOf(configuration, id) is { } function && names.Contains(function));
    }

    private static List<int> IdleGuests(HostConfiguration configuration, HashSet<object> names) =>
    [
        .. Enumerable.Range(0, configuration.Guests.Count).Where(i => !names.Contains(new GuestId((uint)i))
            && !configuration.Devices.Any(device => device.Owner == new GuestId((uint)i))),
    ];

    // Without some devices, and the guests that nothing is left for then; the others move up.
    private static Reduction Without(
        HostConfiguration configuration, HostOperation[] operations, List<int> gone, HashSet<object> names)
    {
        List<FunctionId> functions =
        [
            .. gone.Select(i => HostPart.FunctionOf(configuration, new DeviceId((uint)i))).OfType<FunctionId>(),
        ];
        ValueList<DeviceShape> devices = [.. configuration.Devices.Where((_, i) => !gone.Contains(i))];
        var guests = IdleGuests(configuration with { Devices = devices }, names);
        var parent = configuration.Parent is not { } whole ? null
            : functions.Count == 0 ? whole
            : devices.All(device => device.Kind != HostDeviceKind.VirtualFunction) ? null
            : whole with
            {
                Functions = [.. whole.Functions.Where((_, i) => !functions.Contains(new FunctionId((byte)i)))],
            };
        GuestId Moved(GuestId guest) => new(guest.Value - (uint)guests.Count(i => i < guest.Value));
        return new Reduction(
            configuration with
            {
                Guests = [.. configuration.Guests.Where((_, i) => !guests.Contains(i))],
                Devices = [.. devices.Select(d => d.Owner is { } owner ? d with { Owner = Moved(owner) } : d)],
                Parent = parent,
            },
            operations,
            [],
            name => name switch
            {
                DeviceId device => new DeviceId(device.Value - (uint)gone.Count(i => i < device.Value)),
                FunctionId function => new FunctionId(
                    (byte)(function.Value - functions.Count(other => other.Value < function.Value))),
                GuestId guest => Moved(guest),
                Gpa at => new Gpa(WithBar(at.Value, gone)),
                Iova at => new Iova(WithBar(at.Value, gone)),
                _ => name,
            });
    }

    // An address in a BAR is in that of the same device then.
    private static ulong WithBar(ulong at, List<int> gone)
    {
        for (var i = 0u; i < MostDevices; i++)
        {
            var bar = HostLayout.Bar(new DeviceId(i)).Value;
            if (HostLayout.BarPageOf(new Gpa(at), new DeviceId(i)) < 0) continue;
            return HostLayout.Bar(new DeviceId(i - (uint)gone.Count(other => other < i))).Value + (at - bar);
        }

        return at;
    }

    private static Reduction With(
        HostConfiguration configuration, HostOperation[] operations, DeviceId device, DeviceShape shape,
        IEnumerable<int> gone) => new(
            configuration with
            {
                Devices = [.. configuration.Devices.Select((other, i) => i == device.Value ? shape : other)],
            },
            operations, [.. gone.Order()], name => name);

    // The driver sets the queue up before the first step, with the features that it accepts in one.
    private static IEnumerable<(DeviceShape Shape, List<int> Gone)> SetUp(
        DeviceShape shape, DeviceId device, HostOperation[] operations)
    {
        if (shape.Queue is not { IsStepwise: true } queue) yield break;
        var gone = new List<int>();
        var accepted = queue.Offered;
        for (var step = 0; step < operations.Length; step++)
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
