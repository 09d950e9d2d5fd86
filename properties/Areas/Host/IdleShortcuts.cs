using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Pasids;
using IoSpec.Engine;
using IoSpec.Reference.Host;

namespace IoSpec.Areas.Host;

/// <summary>Hosts without the devices and guests that no step names.</summary>
internal static class IdleShortcuts
{
    private const uint MostDevices = 6;

    /// <summary>The ways.</summary>
    public static IEnumerable<Shortcut> Of(HostConfiguration configuration, IReadOnlyList<Operation> operations)
    {
        var names = HostNames.Of(operations);
        List<int> idle =
        [
            .. Enumerable.Range(0, configuration.Devices.Count).Where(i => !IsNamed(configuration, names, i)),
        ];
        if (idle.Count > 1) yield return Without(configuration, operations, idle, names);
        foreach (var device in idle) yield return Without(configuration, operations, [device], names);
        if (IdleGuests(configuration, names).Count > 0) yield return Without(configuration, operations, [], names);
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
    private static Shortcut Without(
        HostConfiguration configuration, IReadOnlyList<Operation> operations, List<int> gone, HashSet<object> names)
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
        return new Shortcut(
            configuration with
            {
                Guests = [.. configuration.Guests.Where((_, i) => !guests.Contains(i))],
                Devices = [.. devices.Select(d => d.Owner is { } owner ? d with { Owner = Moved(owner) } : d)],
                Parent = parent,
            },
            Shortcut.Rename(operations, name => name switch
            {
                DeviceId device => new DeviceId(device.Value - (uint)gone.Count(i => i < device.Value)),
                FunctionId function => new FunctionId(
                    (byte)(function.Value - functions.Count(other => other.Value < function.Value))),
                GuestId guest => Moved(guest),
                Gpa at => new Gpa(WithBar(at.Value, gone)),
                Iova at => new Iova(WithBar(at.Value, gone)),
                _ => name,
            }));
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
}
