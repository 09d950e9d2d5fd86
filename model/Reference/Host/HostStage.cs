using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Host;

/// <summary>The IOMMU that holds the guests of a host apart, driven as their memory and devices move.</summary>
/// <param name="iommu">What plays it.</param>
internal sealed class HostStage(ITarget<IommuConfiguration, IommuOperation> iommu)
{
    private static readonly PageCount BarPages = new(HostLayout.BarPages);

    public void Reset(HostConfiguration configuration)
    {
        iommu.Reset(HostPart.IommuOfHost(configuration));
        for (var i = 0u; i < configuration.Guests.Count; i++)
            iommu.Apply(new IommuOperation.CreateDomain(HostPart.DomainOf(new GuestId(i))));
    }

    /// <summary>Where an access of an assigned device comes out, or null.</summary>
    public Hpa? Reach(DeviceId device, DmaKind kind, Gpa at, ByteCount length)
    {
        var seen = iommu.Apply(new IommuOperation.Dma(
            HostPart.Requester(device), null, AddressType.Untranslated, kind, Privileged: false, new Iova(at.Value),
            length));
        return seen is IommuObservation.Transferred { Pieces: { Count: 1 } pieces }
            && pieces[0].Outcome == PieceOutcome.Landed
            ? new Hpa(pieces[0].At.Value)
            : null;
    }

    public void MapMemory(PlayedGuest guest, bool isRestricted)
    {
        guest.Mapped.AddRange(isRestricted ? SharedMemory.Of(guest.Shape) : [(0, (int)guest.Shape.Pages.Value)]);
        foreach (var (first, count) in guest.Mapped)
        {
            var offset = (ulong)first * Page.Bytes;
            Map(
                guest, HostLayout.Memory.Plus(offset), HostLayout.Frames(guest.Id, guest.Side).Plus(offset),
                new PageCount((ulong)count));
        }
    }

    public void MapBar(PlayedGuest guest, DeviceId device) =>
        Map(guest, HostLayout.Bar(device), HostLayout.BarFrames(device, guest.Side), BarPages);

    public void UnmapMemory(PlayedGuest guest)
    {
        foreach (var (first, count) in guest.Mapped)
            Unmap(guest, HostLayout.Memory.Plus((ulong)first * Page.Bytes), new PageCount((ulong)count));
        guest.Mapped.Clear();
    }

    public void UnmapBar(PlayedGuest guest, DeviceId device) => Unmap(guest, HostLayout.Bar(device), BarPages);

    public void Enter(DeviceId device, PlayedGuest guest)
    {
        iommu.Apply(new IommuOperation.Attach(HostPart.Requester(device), null, HostPart.DomainOf(guest.Id)));
        iommu.Apply(new IommuOperation.Invalidate(new InvalidationScope.Everything()));
    }

    public void Leave(DeviceId device)
    {
        iommu.Apply(new IommuOperation.Detach(HostPart.Requester(device), null));
        iommu.Apply(new IommuOperation.Invalidate(new InvalidationScope.Everything()));
    }

    private void Map(PlayedGuest guest, Gpa at, Hpa to, PageCount pages) => iommu.Apply(new IommuOperation.Map(
        HostPart.DomainOf(guest.Id), new Iova(at.Value), new Gpa(to.Value), pages, Access.ReadWrite,
        PageSize.Size4K));

    private void Unmap(PlayedGuest guest, Gpa at, PageCount pages)
    {
        var domain = HostPart.DomainOf(guest.Id);
        iommu.Apply(new IommuOperation.Unmap(domain, new Iova(at.Value), pages));
        iommu.Apply(new IommuOperation.Invalidate(new InvalidationScope.OfDomain(domain)));
    }
}
