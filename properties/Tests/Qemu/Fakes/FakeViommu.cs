using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.VirtioIommu;

namespace IoSpec.Tests.Qemu.Fakes;

/// <summary>A virtio IOMMU without a machine, by the device requirements of the specification.</summary>
internal sealed class FakeViommu : IViommuDevice
{
    private readonly SortedDictionary<DomainId, List<ViommuRequest.Map>> _domains = [];

    /// <summary>The requests in their order.</summary>
    public List<ViommuRequest> Log { get; } = [];

    /// <summary>Which endpoint is in which domain.</summary>
    public SortedDictionary<RequesterId, DomainId> Attached { get; } = [];

    /// <summary>What the next readings of reports return.</summary>
    public Queue<FaultRecord> Reports { get; } = [];

    /// <summary>The reserved regions of every endpoint.</summary>
    public IReadOnlyList<IovaRange> Reserved { get; init; } = [];

    /// <summary>Requests that are answered with a status of the test's choice.</summary>
    public Func<ViommuRequest, ViommuStatus?> Stumbles { get; set; } = _ => null;

    /// <summary>Whether a reset forgets to detach.</summary>
    public bool KeepsAttachments { get; init; }

    /// <summary>How often it was reset.</summary>
    public int Restarts { get; private set; }

    /// <inheritdoc/>
    public ViommuLimits Limits { get; init; } = new(
        ViommuFeatures.Wanted, new Word(~0xffful), new IovaRange(new Iova(0), new Iova((1ul << 39) - 1)),
        new DomainId(0), new DomainId(uint.MaxValue), Reports: 256);

    /// <inheritdoc/>
    public void Find()
    {
        // It is always in the same place.
    }

    /// <inheritdoc/>
    public void Restart()
    {
        Restarts++;
        if (KeepsAttachments) return;
        Attached.Clear();
        _domains.Clear();
    }

    /// <inheritdoc/>
    public IReadOnlyList<IovaRange> Probe(RequesterId endpoint) => Reserved;

    /// <inheritdoc/>
    public IReadOnlyList<FaultRecord> TakeReports()
    {
        List<FaultRecord> taken = [.. Reports];
        Reports.Clear();
        return taken;
    }

    /// <inheritdoc/>
    public ViommuStatus Send(ViommuRequest request)
    {
        Log.Add(request);
        return Stumbles(request) ?? Do(request);
    }

    /// <summary>What a domain maps.</summary>
    /// <param name="domain">The domain.</param>
    /// <returns>The mappings; none if the domain does not exist.</returns>
    public IReadOnlyList<ViommuRequest.Map> Mappings(DomainId domain) => _domains.GetValueOrDefault(domain) ?? [];

    private ViommuStatus Do(ViommuRequest request)
    {
        switch (request)
        {
            case ViommuRequest.Attach attach:
                Leave(attach.Endpoint);
                Attached[attach.Endpoint] = attach.Domain;
                _domains.TryAdd(attach.Domain, []);
                return ViommuStatus.Ok;
            case ViommuRequest.Detach detach:
                if (Attached.GetValueOrDefault(detach.Endpoint) != detach.Domain) return ViommuStatus.Invalid;
                Leave(detach.Endpoint);
                return ViommuStatus.Ok;
            case ViommuRequest.Map map:
                if (!_domains.TryGetValue(map.Domain, out var mappings)) return ViommuStatus.NoEntry;
                if (mappings.Exists(m => m.Range.Overlaps(map.Range))) return ViommuStatus.Invalid;
                mappings.Add(map);
                return ViommuStatus.Ok;
            default:
                return Unmap((ViommuRequest.Unmap)request);
        }
    }

    private ViommuStatus Unmap(ViommuRequest.Unmap unmap)
    {
        if (!_domains.TryGetValue(unmap.Domain, out var mappings)) return ViommuStatus.NoEntry;
        if (mappings.Exists(m => m.Range.Overlaps(unmap.Range) && !unmap.Range.Contains(m.Range)))
            return ViommuStatus.OutOfRange;
        mappings.RemoveAll(m => unmap.Range.Contains(m.Range));
        return ViommuStatus.Ok;
    }

    private void Leave(RequesterId endpoint)
    {
        if (Attached.Remove(endpoint, out var domain) && !Attached.ContainsValue(domain)) _domains.Remove(domain);
    }
}
