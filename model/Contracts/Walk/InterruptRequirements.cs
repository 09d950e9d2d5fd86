namespace IoSpec.Contracts.Walk;

/// <summary>What a unit of one format must do with interrupt messages.</summary>
public sealed class InterruptRequirements
{
    internal InterruptRequirements(AddRequirement add, InterruptSources from)
    {
        Delivered = add(
            "IRQ-01", "An interrupt message that its entry admits is delivered.",
            from.Delivery, Axis.Function, Severity.High);
        AsWritten = add(
            "IRQ-02", "An interrupt message is delivered as its entry says, and as nothing else.",
            from.Delivery, Axis.Safety, Severity.Critical);
        Presence = add(
            "IRQ-03", "An interrupt message without a present entry in its table is not delivered.",
            from.Presence, Axis.Safety, Severity.High);
        Reserved = add(
            "IRQ-04", "An interrupt message whose entry has a reserved bit is not delivered.",
            from.Reserved, Axis.Safety, Severity.Medium);
        Origin = from.Origin is not { } origin ? null : add(
            "IRQ-05", "An interrupt message from a requester that its entry does not admit is not delivered.",
            origin, Axis.Safety, Severity.Critical);
        Compatible = from.Compatible is not { } compatible ? null : add(
            "IRQ-06", "An interrupt message that names no entry is delivered only where that is enabled.",
            compatible, Axis.Safety, Severity.Critical);
        Invalidation = add(
            "IRQ-07", "Former content of an interrupt entry is not used after an invalidation of it has completed.",
            from.Invalidation, Axis.Safety, Severity.Critical);
    }

    internal delegate Requirement AddRequirement(
        string name, string statement, Citation from, Axis axis, Severity severity, Requirement? presumes = null,
        Level level = Level.Must);

    /// <summary>IRQ-01.</summary>
    public Requirement Delivered { get; }

    /// <summary>IRQ-02.</summary>
    public Requirement AsWritten { get; }

    /// <summary>IRQ-03.</summary>
    public Requirement Presence { get; }

    /// <summary>IRQ-04.</summary>
    public Requirement Reserved { get; }

    /// <summary>IRQ-05, if the format has it.</summary>
    public Requirement? Origin { get; }

    /// <summary>IRQ-06, if the format has it.</summary>
    public Requirement? Compatible { get; }

    /// <summary>IRQ-07.</summary>
    public Requirement Invalidation { get; }

    /// <summary>The requirement that keeps a message from being delivered.</summary>
    /// <param name="cause">Why it is not delivered.</param>
    /// <returns>The requirement.</returns>
    public Requirement Of(WalkCause cause) => cause switch
    {
        WalkCause.ReservedBit => Reserved,
        WalkCause.NoRight => Origin ?? Presence,
        WalkCause.KindNotAdmitted => Compatible ?? Presence,
        _ => Presence,
    };

    /// <summary>Whether a requirement is one of these.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <returns>True if it is.</returns>
    public bool Has(Requirement requirement) =>
        requirement == Delivered || requirement == AsWritten || requirement == Presence || requirement == Reserved
        || requirement == Origin || requirement == Compatible || requirement == Invalidation;
}
