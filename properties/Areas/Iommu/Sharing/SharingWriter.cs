using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Engine;

namespace IoSpec.Areas.Iommu.Sharing;

/// <summary>The thread that maps, unmaps and invalidates, and says when.</summary>
/// <param name="target">The implementation.</param>
/// <param name="world">What is mapped there.</param>
internal sealed class SharingWriter(ISharedIommu target, SharedWorld world)
{
    private const int Kinds = 16;

    private readonly List<int> _unmapped = [];
    private readonly List<int> _unmappedPlaces = [];

    /// <summary>How many operations it has made.</summary>
    public long Operations { get; private set; }

    /// <summary>Attaches the devices; nothing is mapped yet.</summary>
    public void Begin()
    {
        foreach (var domain in SharedWorld.Configuration.Domains)
        {
            Do(new IommuOperation.CreateDomain(domain));
            Do(new IommuOperation.Attach(SharedWorld.RequesterOf(domain), null, domain));
        }

        foreach (var place in world.Places) place.Leave(world.Time);
    }

    /// <summary>Changes something.</summary>
    public void Step(ref Choices choices)
    {
        var index = choices.Below(world.Places.Length);
        var kind = choices.Below(Kinds);
        if (kind >= 6 || _unmapped.Count == 0) Toggle(index);
        else Invalidate(index, kind, choices.Below(2) == 0);
    }

    private void Toggle(int index)
    {
        var place = world.Places[index];
        if (place.Mapped >= 0) Unmap(place, index);
        else Map(place, index);
    }

    private void Map(SharedPlace place, int index)
    {
        place.Mapped = world.Versions.Begin(index, world.Next);
        world.Tick();
        var frame = (ulong)place.Mapped << (SharedVersions.FrameShift + Page.Shift);
        Do(new IommuOperation.Map(
            place.Domain, place.At, SharedWorld.FirstFrame.Plus(frame), place.Pages, Access.ReadWrite,
            PageSize.Size2M));
        place.Return(world.Next);
        world.Tick();
    }

    private void Unmap(SharedPlace place, int index)
    {
        place.Leave(world.Next);
        world.Tick();
        Do(new IommuOperation.Unmap(place.Domain, place.At, place.Pages));
        world.Versions.Unmap(place.Mapped, world.Next);
        world.Tick();
        _unmapped.Add(place.Mapped);
        _unmappedPlaces.Add(index);
        place.Mapped = -1;
    }

    private void Invalidate(int index, int kind, bool isQueued)
    {
        var place = world.Places[kind < 4 ? _unmappedPlaces[index % _unmapped.Count] : index];
        InvalidationScope scope = kind switch
        {
            < 4 => new InvalidationScope.OfPages(place.Domain, place.At, place.Pages, LeafOnly: false),
            4 => new InvalidationScope.OfDomain(place.Domain),
            _ => new InvalidationScope.Everything(),
        };
        if (isQueued)
        {
            Do(new IommuOperation.SubmitInvalidation(scope));
            Do(new IommuOperation.AwaitInvalidations());
        }
        else
        {
            Do(new IommuOperation.Invalidate(scope));
        }

        End(kind, place);
    }

    // What the invalidation covers is served no more to those who begin from now on.
    private void End(int kind, SharedPlace place)
    {
        for (var i = _unmapped.Count - 1; i >= 0; i--)
        {
            var other = world.Places[_unmappedPlaces[i]];
            var isCovered = kind > 4 || (other.Domain == place.Domain && (kind == 4 || ReferenceEquals(other, place)));
            if (!isCovered) continue;
            world.Versions.End(_unmapped[i], world.Next);
            _unmapped.RemoveAt(i);
            _unmappedPlaces.RemoveAt(i);
        }

        world.Tick();
    }

    private void Do(IommuOperation operation)
    {
        Operations++;
        var seen = target.Apply(operation);
        if (seen is not IommuObservation.Done)
            throw new SuiteException($"{operation} is answered by {seen} where it has to be done");
    }
}
