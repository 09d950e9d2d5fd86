using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Iommu;

/// <summary>
/// What is known of an IOMMU: its domains, attachments, unfinished invalidations and expected faults.
/// </summary>
/// <remarks>The belief of the design: versions that may still be used stand beside those that count now.</remarks>
public sealed class IommuState
{
    private readonly IommuDomain[] _domains;

    /// <summary>The state at the start of a case.</summary>
    /// <param name="configuration">What holds for the case.</param>
    public IommuState(IommuConfiguration configuration)
    {
        Configuration = configuration;
        _domains = new IommuDomain[configuration.Domains.Count];
        for (var i = 0; i < _domains.Length; i++) _domains[i] = new IommuDomain(configuration.Domains[i]);
        Faults = new FaultLedger(configuration.Traits.Faults);
    }

    /// <summary>What holds for the case.</summary>
    public IommuConfiguration Configuration { get; }

    /// <summary>What the implementation is.</summary>
    public IommuTraits Traits => Configuration.Traits;

    /// <summary>Every domain id with what belongs to it, existing or not.</summary>
    public ReadOnlySpan<IommuDomain> Domains => _domains;

    /// <summary>Every requester and PASID that has ever been attached.</summary>
    public List<Attachment> Attachments { get; } = [];

    /// <summary>The invalidations that were submitted and not awaited, each with its step.</summary>
    public List<SubmittedInvalidation> Submitted { get; } = [];

    /// <summary>The faults that may or must have been recorded.</summary>
    public FaultLedger Faults { get; }

    /// <summary>The number of changes so far.</summary>
    public int Step { get; set; }

    /// <summary>Versions taken out by the change in hand: scratch space of the steps.</summary>
    internal List<Extent> Taken { get; } = [];

    /// <summary>The domain with an id, existing or not; null if no domain can have that id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The domain.</returns>
    public IommuDomain? Domain(DomainId id)
    {
        foreach (var domain in _domains)
        {
            if (domain.Id == id) return domain;
        }

        return null;
    }

    /// <summary>The number of domains that exist.</summary>
    /// <returns>The count.</returns>
    public int CountDomains()
    {
        var count = 0;
        foreach (var domain in _domains) count += domain.Exists ? 1 : 0;
        return count;
    }

    /// <summary>The attachment of a requester or of one PASID of it, if it was ever attached.</summary>
    /// <param name="requester">The requester.</param>
    /// <param name="pasid">The PASID, or null for requests without one.</param>
    /// <returns>The attachment, or null.</returns>
    public Attachment? Attachment(RequesterId requester, Pasid? pasid)
    {
        foreach (var attachment in Attachments)
        {
            if (attachment.Requester == requester && attachment.Pasid == pasid) return attachment;
        }

        return null;
    }

    /// <summary>As <see cref="Attachment"/>, made if there is none.</summary>
    /// <param name="requester">The requester.</param>
    /// <param name="pasid">The PASID, or null for requests without one.</param>
    /// <returns>The attachment.</returns>
    internal Attachment Enter(RequesterId requester, Pasid? pasid)
    {
        var found = Attachment(requester, pasid);
        if (found is not null) return found;
        found = new Attachment(requester, pasid);
        Attachments.Add(found);
        return found;
    }

    /// <summary>Whether a requester goes into a domain now.</summary>
    /// <param name="id">The domain.</param>
    /// <returns>True if one does.</returns>
    public bool IsInUse(DomainId id)
    {
        foreach (var attachment in Attachments)
        {
            if (attachment.Now == Place.In(id)) return true;
        }

        return false;
    }
}
