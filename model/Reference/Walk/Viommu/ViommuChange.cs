using IoSpec.Contracts;

namespace IoSpec.Reference.Walk;

/// <summary>What a request changes, by the status that it has.</summary>
/// <remarks>
/// Where a device does what it should have refused, or need not tell whether it did, nobody knows what it has done:
/// what is concerned becomes doubtful, and nothing is asked of it until it is removed.
/// </remarks>
public abstract record ViommuChange
{
    private ViommuChange()
    {
    }

    /// <summary>Changes the domains.</summary>
    /// <param name="state">The state, which is changed.</param>
    /// <param name="status">The status.</param>
    public abstract void Apply(WalkState state, int status);

    /// <summary>Nothing.</summary>
    public sealed record Nothing : ViommuChange
    {
        /// <summary>The only value that is needed.</summary>
        public static Nothing Instance { get; } = new();

        /// <inheritdoc/>
        public override void Apply(WalkState state, int status)
        {
            // Nothing is changed.
        }
    }

    /// <summary>An endpoint is put into a domain.</summary>
    /// <param name="Endpoint">The endpoint.</param>
    /// <param name="Domain">The domain.</param>
    /// <param name="IsBypass">Whether the domain passes all through.</param>
    /// <param name="IsSound">Whether it is known what the domain is then.</param>
    public sealed record Attach(RequesterId Endpoint, DomainId Domain, bool IsBypass, bool IsSound) : ViommuChange
    {
        /// <inheritdoc/>
        public override void Apply(WalkState state, int status)
        {
            if (status != ViommuStatus.Ok) return;
            state.Domains.Attach(Endpoint, Domain, IsBypass, state.Advance());
            if (!IsSound) Doubt(state, Domain, IovaRange.All);
        }
    }

    /// <summary>An endpoint is taken out of its domain.</summary>
    /// <param name="Endpoint">The endpoint.</param>
    public sealed record Detach(RequesterId Endpoint) : ViommuChange
    {
        /// <inheritdoc/>
        public override void Apply(WalkState state, int status)
        {
            if (status == ViommuStatus.Ok) state.Domains.Detach(Endpoint, state.Advance());
        }
    }

    /// <summary>A mapping is made.</summary>
    /// <param name="Domain">The domain.</param>
    /// <param name="Range">The input addresses.</param>
    /// <param name="To">The first output address.</param>
    /// <param name="Flags">VIRTIO_IOMMU_MAP_F_*.</param>
    /// <param name="IsSound">Whether it is known what there is then.</param>
    public sealed record Map(DomainId Domain, IovaRange Range, Gpa To, uint Flags, bool IsSound) : ViommuChange
    {
        /// <inheritdoc/>
        public override void Apply(WalkState state, int status)
        {
            if (status != ViommuStatus.Ok) return;
            if (IsSound) state.Domains.Add(new ViommuMapping(Domain, Range, To, Flags, state.Advance()));
            else Doubt(state, Domain, Range);
        }
    }

    /// <summary>The mappings that a range covers are removed.</summary>
    /// <param name="Domain">The domain.</param>
    /// <param name="Range">The range.</param>
    /// <param name="IsSplit">Whether it touches a mapping that it does not cover.</param>
    /// <param name="Spares">Whether it then removes nothing.</param>
    /// <param name="MayFail">Whether it may be done though it is refused.</param>
    public sealed record Unmap(DomainId Domain, IovaRange Range, bool IsSplit, bool Spares, bool MayFail) : ViommuChange
    {
        /// <inheritdoc/>
        public override void Apply(WalkState state, int status)
        {
            if (status == ViommuStatus.Ok && IsSplit)
            {
                Doubt(state, Domain, Range);
            }
            else if (status == ViommuStatus.Ok || (IsSplit && !Spares))
            {
                state.Domains.Remove(Domain, Range, state.Advance());
            }
            else
            {
                foreach (var mapping in state.Domains.Touched(Domain, Range))
                {
                    mapping.IsDoubtful |= MayFail && status == ViommuStatus.Invalid;
                    mapping.IsSpared |= IsSplit;
                }
            }
        }
    }

    // Whole pages of the range, and every mapping that it touches.
    private static void Doubt(WalkState state, DomainId domain, IovaRange range)
    {
        foreach (var mapping in state.Domains.Touched(domain, range)) mapping.IsDoubtful = true;
        var pages = new IovaRange(range.First.PageStart(), new Iova(range.Last.Value | (Page.Bytes - 1)));
        state.Domains.Add(new ViommuMapping(domain, pages, default, 0, state.Advance()) { IsDoubtful = true });
    }
}
