using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;

/// <summary>Your IOMMU, or what drives it: answer each operation.</summary>
public sealed class MyIommu : ITarget<IommuConfiguration, IommuOperation>
{
    private readonly HashSet<DomainId> _domains = [];

    public TargetIdentity Identity { get; } = new("my device", "0.1");

    public void Reset(IommuConfiguration configuration) => _domains.Clear();

    public Observation Apply(IommuOperation operation) => operation switch
    {
        IommuOperation.CreateDomain create => _domains.Add(create.Domain)
            ? IommuObservation.Done.Instance
            : new IommuObservation.Refused(Refusal.DomainExists),

        // Still to come: DestroyDomain, Attach, Detach, Map, Unmap, Protect, Invalidate, Dma, ReadFaults, ...
        _ => new Unsupported("no such operation here"),
    };
}
