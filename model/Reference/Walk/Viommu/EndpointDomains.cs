using IoSpec.Contracts;

namespace IoSpec.Reference.Walk;

/// <summary>
/// The domains of a device: which endpoints are in them, and what they map, with all that was before.
/// </summary>
/// <remarks>Source: virtio 1.3, 5.13.6.3 to 5.13.6.6.</remarks>
public sealed class EndpointDomains
{
    /// <summary>The bit of an attachment that says that there is one.</summary>
    public const int Attached = 63;

    /// <summary>The bit of an attachment that says that the domain passes all through.</summary>
    public const int Bypass = 32;

    private readonly SortedDictionary<RequesterId, WordHistory> _attachments = [];
    private readonly List<ViommuMapping> _mappings = [];

    /// <summary>What an endpoint is attached to.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <returns>The history of the word that says so.</returns>
    public WordHistory Attachment(RequesterId endpoint)
    {
        if (!_attachments.TryGetValue(endpoint, out var history))
            _attachments.Add(endpoint, history = new WordHistory());
        return history;
    }

    /// <summary>The domain of an endpoint.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <returns>The domain; null if it is in none.</returns>
    public DomainId? Of(RequesterId endpoint) =>
        _attachments.TryGetValue(endpoint, out var history) ? DomainOf(history.Now) : null;

    /// <summary>The endpoints of a domain; none if it does not exist.</summary>
    /// <param name="domain">The domain.</param>
    /// <returns>The endpoints, sorted.</returns>
    public IReadOnlyList<RequesterId> EndpointsOf(DomainId domain) =>
        [.. _attachments.Where(pair => DomainOf(pair.Value.Now) == domain).Select(pair => pair.Key)];

    /// <summary>Whether a domain passes all through.</summary>
    /// <param name="domain">The domain.</param>
    /// <returns>True if it does; null if it does not exist.</returns>
    public bool? IsBypass(DomainId domain)
    {
        foreach (var (_, history) in _attachments)
        {
            if (DomainOf(history.Now) == domain) return history.Now.Has(Bypass);
        }

        return null;
    }

    /// <summary>The mappings of a domain that there are.</summary>
    /// <param name="domain">The domain.</param>
    /// <returns>The mappings, in the order in which they were made.</returns>
    public IReadOnlyList<ViommuMapping> MappingsOf(DomainId domain) =>
        _mappings.FindAll(mapping => mapping.Died is null && mapping.Domain == domain);

    /// <summary>The mappings of a domain that a range touches.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="range">The range.</param>
    /// <returns>The mappings.</returns>
    public IReadOnlyList<ViommuMapping> Touched(DomainId domain, IovaRange range) =>
        [.. MappingsOf(domain).Where(mapping => mapping.Range.Overlaps(range))];

    /// <summary>All that a domain has had for the page of an address.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="at">The address.</param>
    /// <returns>The history of a word as a mapping makes it.</returns>
    public WordHistory HistoryOf(DomainId domain, Iova at)
    {
        var changes = new List<(long Moment, Word Word)>();
        foreach (var mapping in _mappings)
        {
            if (mapping.Domain != domain || mapping.IsDoubtful || !mapping.Range.Contains(at)) continue;
            changes.Add((mapping.Born, mapping.WordOf(at)));
            if (mapping.Died is { } died) changes.Add((died, default));
        }

        var history = new WordHistory();
        foreach (var (moment, word) in changes.OrderBy(change => change.Moment)) history.Store(word, moment);
        return history;
    }

    /// <summary>Puts an endpoint into a domain; it leaves the one that it is in.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="domain">The domain.</param>
    /// <param name="bypass">Whether the domain passes all through.</param>
    /// <param name="moment">When.</param>
    public void Attach(RequesterId endpoint, DomainId domain, bool bypass, long moment)
    {
        if (Of(endpoint) != domain) Detach(endpoint, moment);
        Attachment(endpoint).Store(
            new Word((1ul << Attached) | (bypass ? 1ul << Bypass : 0) | domain.Value), moment);
    }

    /// <summary>Takes an endpoint out of its domain, which ends with the last one.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="moment">When.</param>
    public void Detach(RequesterId endpoint, long moment)
    {
        if (Of(endpoint) is not { } domain) return;
        Attachment(endpoint).Store(default, moment);
        if (EndpointsOf(domain).Count > 0) return;
        foreach (var mapping in MappingsOf(domain)) mapping.Died = moment;
    }

    /// <summary>A mapping is made.</summary>
    /// <param name="mapping">The mapping.</param>
    public void Add(ViommuMapping mapping) => _mappings.Add(mapping);

    /// <summary>The mappings that a range covers are removed.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="range">The range.</param>
    /// <param name="moment">When.</param>
    public void Remove(DomainId domain, IovaRange range, long moment)
    {
        foreach (var mapping in Touched(domain, range))
        {
            if (range.Contains(mapping.Range)) mapping.Died = moment;
        }
    }

    /// <summary>The device was reset: nothing is attached.</summary>
    /// <param name="moment">When.</param>
    public void Clear(long moment)
    {
        foreach (var endpoint in _attachments.Keys) Detach(endpoint, moment);
    }

    private static DomainId? DomainOf(Word attachment) =>
        attachment.Has(Attached) ? new DomainId((uint)attachment.Field(31, 0)) : null;
}
