namespace IoSpec.Contracts.Walk;

/// <summary>
/// What a unit of one format must do: the same sentences for every format, each with its own sources.
/// </summary>
public sealed class FormatRequirements
{
    private readonly string _prefix;
    private readonly string _name;
    private readonly List<Requirement> _all = [];
    private readonly string[] _without;
    private readonly string[] _advised;

    internal FormatRequirements(
        string prefix, string name, FormatSources from, InterruptSources? interrupts = null,
        RequestSources? requests = null, string[]? without = null, string[]? advised = null)
    {
        (_prefix, _name, _without, _advised) = (prefix, name, without ?? [], advised ?? []);
        Reaches = Add(
            "TRN-01", "A request that every entry on its way admits reaches memory.",
            from.Translation, Axis.Function, Severity.High);
        Address = Add(
            "TRN-02", "A request reaches the address that the entries on its way name, and no other.",
            from.Translation, Axis.Safety, Severity.Critical);
        Configured = Add(
            "CFG-01", "A request whose requester or PASID has no valid configuration entry reaches no memory.",
            from.Configuration, Axis.Safety, Severity.Critical);
        Configuration = Add(
            "CFG-02", "A configuration entry with a reserved bit or an unsupported setting admits no request.",
            from.Configuration, Axis.Safety, Severity.High);
        Admission = Add(
            "CFG-03", "A request of a kind that its configuration does not admit reaches no memory.",
            from.Requests, Axis.Safety, Severity.Critical);
        Presence = Add(
            "ENT-01", "A walk that comes to an absent entry gives no access.",
            from.Presence, Axis.Safety, Severity.Critical);
        Rights = Add(
            "ENT-02", "A request reaches memory only with the rights that all entries on its way leave.",
            from.Rights, Axis.Safety, Severity.Critical);
        Reserved = Add(
            "ENT-03", "A walk that comes to an entry with a reserved bit gives no access.",
            from.Reserved, Axis.Safety, Severity.High);
        Levels = Add(
            "ENT-04", "A walk that comes to a kind of entry that its level cannot have gives no access.",
            from.Levels, Axis.Safety, Severity.High);
        Readable = Add(
            "ENT-05", "A walk that comes to a table that cannot be read gives no access.",
            from.Aborts, Axis.Safety, Severity.High);
        Width = Add(
            "ADR-01", "An address outside the width of its tables reaches no memory.",
            from.Width, Axis.Safety, Severity.Critical);
        Output = Add(
            "ADR-02", "An output address that no request may reach gives no access.",
            from.Output, Axis.Safety, Severity.High);
        TableInvalidation = Add(
            "INV-01", "Former content of a table entry is not used after an invalidation covering it has completed.",
            from.Invalidation, Axis.Safety, Severity.Critical);
        ConfigurationInvalidation = Add(
            "INV-02", "Former content of a configuration entry is not used once the invalidations due are complete.",
            from.Invalidation, Axis.Safety, Severity.Critical);
        AtOnce = Add(
            "INV-03", "Where absence cannot be cached, or was invalidated, an entry that became valid is used.",
            from.Caching, Axis.Function, Severity.High);
        Completion = Add(
            "CMD-01", "A wait ends, and the queue goes on, while all commands are legal.",
            from.Queue, Axis.Function, Severity.High);
        Illegal = Add(
            "CMD-02", "The queue stops at an illegal command and says so.",
            from.Queue, Axis.Function, Severity.Medium);
        Recorded = Add(
            "FLT-01", "A fault that is to be recorded is recorded while there is room.",
            from.Records, Axis.Function, Severity.Medium);
        Fields = Add(
            "FLT-02", "A fault record names requester, address and direction of a request that faulted.",
            from.Fields, Axis.Function, Severity.Medium, Recorded);
        Code = Add(
            "FLT-03", "A fault record has a code that its fault can have.",
            from.Codes, Axis.Function, Severity.Medium, Recorded);
        NotRecorded = Add(
            "FLT-04", "Nothing is recorded unless a request faulted whose recording is not switched off.",
            from.Records, Axis.Function, Severity.Medium);
        Overflow = Add(
            "FLT-05", "Where records were lost for want of room, that is signalled.",
            from.Records, Axis.Function, Severity.Low, Recorded);
        Marked = Add(
            "MRK-01", "Entries that a request used or changed are marked where the unit marks them.",
            from.Marks, Axis.Safety, Severity.High);
        Untouched = Add(
            "MRK-02", "The unit changes nothing in an entry but marks that a request calls for.",
            from.Marks, Axis.Safety, Severity.Critical);
        if (interrupts is not null) Interrupts = new InterruptRequirements(Add, interrupts);
        if (requests is not null) Requests = new RequestRequirements(Add, requests);
    }

    /// <summary>TRN-01.</summary>
    public Requirement Reaches { get; }

    /// <summary>TRN-02.</summary>
    public Requirement Address { get; }

    /// <summary>CFG-01.</summary>
    public Requirement Configured { get; }

    /// <summary>CFG-02.</summary>
    public Requirement Configuration { get; }

    /// <summary>CFG-03.</summary>
    public Requirement Admission { get; }

    /// <summary>ENT-01.</summary>
    public Requirement Presence { get; }

    /// <summary>ENT-02.</summary>
    public Requirement Rights { get; }

    /// <summary>ENT-03.</summary>
    public Requirement Reserved { get; }

    /// <summary>ENT-04.</summary>
    public Requirement Levels { get; }

    /// <summary>ENT-05.</summary>
    public Requirement Readable { get; }

    /// <summary>ADR-01.</summary>
    public Requirement Width { get; }

    /// <summary>ADR-02.</summary>
    public Requirement Output { get; }

    /// <summary>INV-01.</summary>
    public Requirement TableInvalidation { get; }

    /// <summary>INV-02.</summary>
    public Requirement ConfigurationInvalidation { get; }

    /// <summary>INV-03.</summary>
    public Requirement AtOnce { get; }

    /// <summary>CMD-01.</summary>
    public Requirement Completion { get; }

    /// <summary>CMD-02.</summary>
    public Requirement Illegal { get; }

    /// <summary>FLT-01.</summary>
    public Requirement Recorded { get; }

    /// <summary>FLT-02.</summary>
    public Requirement Fields { get; }

    /// <summary>FLT-03.</summary>
    public Requirement Code { get; }

    /// <summary>FLT-04.</summary>
    public Requirement NotRecorded { get; }

    /// <summary>FLT-05.</summary>
    public Requirement Overflow { get; }

    /// <summary>MRK-01.</summary>
    public Requirement Marked { get; }

    /// <summary>MRK-02.</summary>
    public Requirement Untouched { get; }

    /// <summary>Those about interrupt messages; null for a format that does not remap them.</summary>
    public InterruptRequirements? Interrupts { get; }

    /// <summary>Those about requests that are answered; null for a format whose commands are not.</summary>
    public RequestRequirements? Requests { get; }

    internal IReadOnlyList<Requirement> All => _all;

    /// <summary>The requirement that keeps a request from memory.</summary>
    /// <param name="cause">Why the walk gives no address.</param>
    /// <returns>The requirement.</returns>
    public Requirement Of(WalkCause cause) => cause switch
    {
        WalkCause.UnitOff or WalkCause.NotConfigured => Configured,
        WalkCause.BadConfiguration => Configuration,
        WalkCause.KindNotAdmitted or WalkCause.IdTooWide => Admission,
        WalkCause.AddressTooWide => Width,
        WalkCause.NotPresent => Presence,
        WalkCause.NoRight or WalkCause.NotMarked => Rights,
        WalkCause.ReservedBit => Reserved,
        WalkCause.WrongLevel => Levels,
        WalkCause.Unreadable => Readable,
        _ => Output,
    };

    private Requirement Add(
        string name, string statement, Citation from, Axis axis, Severity severity, Requirement? presumes = null,
        Level level = Level.Must)
    {
        var requirement = new Requirement
        {
            Id = $"WALK-{_prefix}-{name}",
            Statement = $"{_name}: {char.ToLowerInvariant(statement[0])}{statement[1..]}",
            Source = from.Source,
            Basis = from.Basis,
            Level = _advised.Contains(name) ? Level.Should : level,
            Axis = axis,
            Severity = severity,
            Presumes = presumes is null || _all.Contains(presumes) ? presumes : null,
        };
        if (!_without.Contains(name)) _all.Add(requirement);
        return requirement;
    }
}
