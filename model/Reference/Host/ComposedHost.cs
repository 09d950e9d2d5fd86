using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Iommu;
using IoSpec.Contracts.Migration;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Host;

/// <summary>A host that is composed of targets of other areas, and of what it decides between them.</summary>
/// <param name="parts">What plays its parts.</param>
/// <param name="rules">What it decides.</param>
/// <param name="name">What it calls itself.</param>
public sealed class ComposedHost(HostParts parts, HostRules rules, string name = "reference")
    : ITarget<HostConfiguration, HostOperation>
{
    private readonly Stock<ITarget<IommuConfiguration, IommuOperation>> _iommus = new(parts.Iommu);
    private readonly Stock<ITarget<Contracts.Dirty.DirtyConfiguration, Contracts.Dirty.DirtyOperation>> _trackers =
        new(parts.Dirty);

    private readonly Stock<ITarget<Contracts.Dma.DmaConfiguration, Contracts.Dma.DmaOperation>> _layers =
        new(parts.Dma);

    private readonly Stock<ITarget<Contracts.Dma.DmaConfiguration, Contracts.Dma.DmaOperation>> _pools =
        new(parts.Dma);

    private readonly Stock<ITarget<MigrationConfiguration, MigrationOperation>> _migrating = new(parts.Migration);
    private readonly Stock<ITarget<MigrationConfiguration, MigrationOperation>> _orchestrators = new(parts.Migration);
    private readonly Stock<ITarget<Contracts.Pasids.PasidConfiguration, Contracts.Pasids.PasidOperation>> _parents =
        new(parts.Pasid);

    private readonly Stock<ITarget<Contracts.Virtio.VirtioConfiguration, Contracts.Virtio.VirtioOperation>> _queues =
        new(parts.Virtio);

    private readonly Stock<ITarget<ZpciConfiguration, ZpciOperation>> _functions = new(parts.Zpci);
    private PlayedHost? _host;

    /// <inheritdoc/>
    public TargetIdentity Identity => new(name, "");

    /// <inheritdoc/>
    public void Reset(HostConfiguration configuration)
    {
        var stage = new HostStage(_iommus.At(0));
        stage.Reset(configuration);
        var parent = configuration.Parent is null ? null : new PlayedParent(_parents.At(0), configuration);
        parent?.Reset();
        _host = new PlayedHost(rules, stage, parent, Guests(configuration), Devices(configuration), configuration);
        _host.Start(configuration);
    }

    /// <inheritdoc/>
    public Observation Apply(HostOperation operation)
    {
        var host = _host ?? throw new InvalidOperationException("The host was not reset.");
        var answer = Do(host, operation);
        host.Step++;
        // What a part refuses its host is told in the place of the answer, which nobody may rely on then.
        return host.TakeOdd() ?? answer;
    }

    private static Observation Do(PlayedHost host, HostOperation operation) => operation switch
    {
        HostOperation.Map or HostOperation.Unmap or HostOperation.Invalidate => PlayedIommu.Change(host, operation),
        HostOperation.ReadFaults read => PlayedIommu.Faults(host, read),
        HostOperation.Dma dma => PlayedTransfer.Access(host, dma, isBuffer: false),
        HostOperation.Use use => PlayedLayer.Access(host, use) is { } access
            ? PlayedTransfer.Access(host, access, isBuffer: false)
            : new HostObservation.Moved([]),
        HostOperation.Layer layer => PlayedLayer.Do(host, layer),
        HostOperation.Bounce bounce => PlayedPool.Do(host, bounce),
        HostOperation.Look look => PlayedPool.Look(host, look),
        HostOperation.Configure configure => PlayedParent.Do(host, configure),
        HostOperation.Drive drive => PlayedQueues.Do(host, drive),
        HostOperation.Kick kick => PlayedTransfer.Kick(host, kick),
        HostOperation.Store store => PlayedTransfer.Store(host, store),
        HostOperation.Peek peek => PlayedTransfer.Peek(host, peek),
        HostOperation.Send send => PlayedDevices.Send(host, send),
        HostOperation.StartMigration or HostOperation.Round or HostOperation.Advance or HostOperation.Finish
            or HostOperation.Cancel => PlayedMigration.Do(host, operation),
        HostOperation.Restart restart => PlayedDevices.Restart(host, restart),
        _ => PlayedDevices.Do(host, operation),
    };

    private PlayedGuest[] Guests(HostConfiguration configuration)
    {
        var guests = new PlayedGuest[configuration.Guests.Count];
        for (var i = 0; i < guests.Length; i++)
        {
            var shape = configuration.Guests[i];
            var iommu = shape.Iommu == GuestIommu.Translating ? _iommus.At(i + 1) : null;
            iommu?.Reset(HostPart.IommuOf(configuration, shape));
            var tracker = _trackers.At(i);
            tracker.Reset(HostPart.DirtyOf(configuration, shape));
            tracker.Apply(Tracking.Map(shape));
            guests[i] = new PlayedGuest(
                new GuestId((uint)i), shape, iommu, Layer(i, shape), Pool(i, shape), tracker,
                _orchestrators.At(i));
        }

        return guests;
    }

    private LayerPort? Layer(int index, GuestShape shape)
    {
        if (shape.Layer is not { } policy) return null;
        var layer = new LayerPort(_layers.At(index), HostPart.LayerOf(policy));
        layer.Reset();
        return layer;
    }

    private LayerPort? Pool(int index, GuestShape shape)
    {
        if (shape.Slots == 0) return null;
        var pool = new LayerPort(_pools.At(index), HostPart.PoolOf(shape));
        pool.Reset();
        return pool;
    }

    private PlayedDevice[] Devices(HostConfiguration configuration)
    {
        var devices = new PlayedDevice[configuration.Devices.Count];
        for (var i = 0; i < devices.Length; i++)
        {
            var kind = configuration.Devices[i].Kind;
            var ism = kind == HostDeviceKind.Ism ? _functions.At(i) : null;
            ism?.Reset(HostPart.Ism);
            var states = configuration.Devices[i].States;
            var queue = configuration.Devices[i].Queue is { } shape ? new PlayedQueue(shape, _queues.At(i)) : null;
            devices[i] = new PlayedDevice(new DeviceId((uint)i), kind, states, Function(i, states), queue, ism);
        }

        return devices;
    }

    private FunctionPort? Function(int index, MigrationFlags states)
    {
        if (states == MigrationFlags.None) return null;
        var part = _migrating.At(index);
        part.Reset(new MigrationConfiguration.OneDevice(HostPart.Function(states)));
        return new FunctionPort(new DeviceId((uint)index), part);
    }

    // Parts are made once, and reset for every case.
    private sealed class Stock<T>(Func<T> make)
    {
        private readonly List<T> _made = [];

        public T At(int index)
        {
            while (_made.Count <= index) _made.Add(make());
            return _made[index];
        }
    }
}
