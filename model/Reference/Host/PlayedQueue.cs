using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Virtio;
using IoSpec.Reference.Virtio;

namespace IoSpec.Reference.Host;

/// <summary>The queue of an emulated device that is played: what its platform tells it, and what it does.</summary>
/// <param name="shape">The queue.</param>
/// <param name="part">What plays it: a target of the area <c>virtio</c>.</param>
public sealed class PlayedQueue(QueueShape shape, ITarget<VirtioConfiguration, VirtioOperation> part)
{
    private readonly QueueEntry[] _told = new QueueEntry[VirtioLayout.Pages];
    private GuestShape? _guest;
    private VirtioFeatures _accepted;
    private Iova? _ring;
    private bool _isPacked;
    private Observation? _odd;

    /// <summary>The device comes to a guest, or is reset there.</summary>
    /// <param name="guest">The guest; null for none.</param>
    public void Reset(GuestShape? guest)
    {
        _guest = guest is { } owner && HostPart.HasQueue(shape, owner) ? owner : null;
        (_accepted, _ring) = (VirtioFeatures.None, null);
        Array.Fill(_told, QueueEntry.None);
        if (_guest is not { } shapeOfGuest) return;
        var configuration = HostPart.QueueOf(shape, shapeOfGuest);
        part.Reset(configuration);
        for (var page = 0; page < VirtioLayout.Pages && configuration.HasTables(); page++)
            Expect(new VirtioOperation.Unmap(new Iova(VirtioLayout.AddressOf(page))));
    }

    /// <summary>Whether it is set up.</summary>
    public bool IsUp => _ring is not null;

    /// <summary>Its guest starts: its driver sets it up, if it is one that does so before the first step.</summary>
    public void Start()
    {
        if (_guest is not { } guest || shape.IsStepwise) return;
        foreach (var step in QueueStart.Steps(HostPart.QueueOf(shape, guest)))
        {
            Note(Do(step), step is VirtioOperation.SetStatus set
                ? new VirtioObservation.Status(set.Status)
                : VirtioObservation.Done.Instance);
        }
    }

    /// <summary>The first answer since the last time to what no driver did that was not to be expected.</summary>
    /// <returns>The answer; null if there was none.</returns>
    public Observation? TakeOdd()
    {
        var odd = _odd;
        _odd = null;
        return odd;
    }

    /// <summary>It may use memory, or not.</summary>
    /// <param name="isMaster">Whether it may.</param>
    public void SetMaster(bool isMaster)
    {
        if (_guest is not null) Expect(new VirtioOperation.BusMaster(isMaster));
    }

    /// <summary>The platform tells it what its addresses lead to.</summary>
    /// <param name="entries">What the pages of its addresses are mapped to.</param>
    public void Tell(ReadOnlySpan<QueueEntry> entries)
    {
        for (var page = 0; page < _told.Length && _guest is not null; page++)
        {
            if (_told[page] == entries[page]) continue;
            _told[page] = entries[page];
            var at = new Iova(VirtioLayout.AddressOf(page));
            Expect(entries[page].To < 0
                ? new VirtioOperation.Unmap(at)
                : new VirtioOperation.Map(
                    at, new Gpa(VirtioLayout.AddressOf(entries[page].To)), entries[page].Allowed));
        }
    }

    /// <summary>Its driver does something.</summary>
    /// <param name="does">What.</param>
    /// <returns>What is seen.</returns>
    public Observation Do(VirtioOperation does)
    {
        switch (does)
        {
            case VirtioOperation.AcceptFeatures accept: _accepted = accept.Features; break;
            case VirtioOperation.SetUpQueue queue:
                (_ring, _isPacked) = (queue.Ring, (_accepted & shape.Offered & VirtioFeatures.RingPacked) != 0);
                break;
            case VirtioOperation.ResetQueue: _ring = null; break;
            case VirtioOperation.ResetDevice: (_accepted, _ring) = (VirtioFeatures.None, null); break;
            default: break;
        }

        return part.Apply(does);
    }

    private void Expect(VirtioOperation does) => Note(part.Apply(does), VirtioObservation.Done.Instance);

    private void Note(Observation seen, Observation due) => _odd ??= seen == due ? null : seen;

    /// <summary>Where its part of the queue is; null if that is out of reach.</summary>
    public Gpa? Ring
    {
        get
        {
            if (_ring is not { } ring || _guest is not { } guest) return null;
            var at = _isPacked ? ring : ring.Plus(VirtioLayout.Used);
            var usesBus = VirtioRules.Standard.UsesBusAddresses(shape.Offered, _accepted);
            if (!usesBus || guest.Iommu != GuestIommu.Translating) return new Gpa(at.Value);
            var entry = _told[VirtioLayout.PageOf(at.Value)];
            return entry.To < 0 || (entry.Allowed & Access.Write) == 0
                ? null
                : new Gpa(VirtioLayout.AddressOf(entry.To) + (at.Value % Page.Bytes));
        }
    }
}
