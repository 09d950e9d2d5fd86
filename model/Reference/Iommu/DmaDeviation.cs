using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Iommu;

/// <summary>Finds the requirement that a wrong outcome of an access breaks, and how it deviates.</summary>
internal static class DmaDeviation
{
    /// <summary>Reports the violation of a piece whose outcome is not allowed.</summary>
    public static void Name(
        IommuState state, IommuOperation.Dma dma, Iova at, in AllowedResults allowed, Piece piece,
        ref Verdicts verdicts)
    {
        var (requirement, deviation) = piece.Outcome switch
        {
            PieceOutcome.Landed => Landed(state, dma, at, piece),
            PieceOutcome.Unknown => (IommuRequirements.Map03, Deviation.Foreign),
            PieceOutcome.Unseen => (IommuRequirements.Cap01, Deviation.Missing),
            _ => Blocked(state, dma, at),
        };
        var field = piece.Outcome.ToString().ToLowerInvariant();
        verdicts.Violate(requirement, field, deviation, Describe(allowed), Describe(piece));
    }

    /// <summary>The requirement behind the end of the use of a former version or place.</summary>
    public static Requirement Of(Retirement ended, bool destroyed, bool place) => ended switch
    {
        Retirement.Reset => IommuRequirements.Rst01,
        _ when destroyed => IommuRequirements.Dom01,
        Retirement.AtOnce => IommuRequirements.Inv06,
        _ when place => IommuRequirements.Inv04,
        Retirement.Pages => IommuRequirements.Inv01,
        Retirement.Domain => IommuRequirements.Inv02,
        Retirement.Everything => IommuRequirements.Inv03,
        Retirement.Awaited => IommuRequirements.Inv05,
        _ => IommuRequirements.Inv04,
    };

    /// <summary>The requirement behind a missing right.</summary>
    public static Requirement RightsOf(IommuState state, IommuOperation.Dma dma, Extent leaf)
    {
        if (IommuRules.Standard.Permits(leaf.Allowed, dma.Kind, state.Traits)) return IommuRequirements.Prm02;
        return leaf.Split ? IommuRequirements.Prm03 : IommuRequirements.Prm01;
    }

    private static (Requirement Requirement, Deviation Deviation) Landed(
        IommuState state, IommuOperation.Dma dma, Iova at, Piece piece)
    {
        var attachment = state.Attachment(dma.Requester, dma.Pasid);
        if (attachment is not null && InUsedDomain(state, attachment, dma, at, piece.At) is { } used) return used;
        if (attachment is not null && FormerPlace(state, attachment, at, piece.At) is { } left)
            return (Of(left, destroyed: false, place: true), Deviation.Stale);
        if (attachment is null || attachment.Now.Kind == PlaceKind.Blocked)
        {
            return dma.Pasid is not null && IsOfOtherAttachment(state, dma, at, piece.At)
                ? (IommuRequirements.Pas01, Deviation.Foreign)
                : (IommuRequirements.Att01, Deviation.Extra);
        }

        if (attachment.Now.Kind == PlaceKind.Through) return (IommuRequirements.Att04, Deviation.WrongValue);
        if (!state.Traits.IsWithinWidth(at)) return (IommuRequirements.Adr01, Deviation.Extra);
        return LandedInDomain(state, state.Domain(attachment.Now.Domain)!, dma, at, piece);
    }

    private static (Requirement Requirement, Deviation Deviation) LandedInDomain(
        IommuState state, IommuDomain domain, IommuOperation.Dma dma, Iova at, Piece piece)
    {
        var isLive = domain.TryFind(at, out var live);
        foreach (var refused in domain.Refused)
        {
            if (refused.Range.Contains(at) && refused.Output(at) == piece.At)
                return (IommuRequirements.Map05, Deviation.Extra);
        }

        if (dma.Pasid is not null && BelongsElsewhere(state, domain, at, piece.At))
            return (IommuRequirements.Pas01, Deviation.Foreign);
        if (BelongsElsewhere(state, domain, at, piece.At)) return (IommuRequirements.Att02, Deviation.Foreign);
        if (piece.Offset.Value > 0) return (IommuRequirements.Dma01, Deviation.Foreign);
        if (!isLive) return (IommuRequirements.Map02, Deviation.Foreign);
        return live.Split
            ? (IommuRequirements.Unm02, Deviation.WrongValue)
            : (IommuRequirements.Map03, Deviation.WrongValue);
    }

    // What must not be used of the domains that may: of the requester's own, and of those that it has just left.
    private static (Requirement Requirement, Deviation Deviation)? InUsedDomain(
        IommuState state, Attachment attachment, IommuOperation.Dma dma, Iova at, Gpa seen)
    {
        if (!state.Traits.IsWithinWidth(at)) return null;
        if (FromVersion(state, attachment.Now, dma, at, seen) is { } own) return own;
        foreach (var former in attachment.Former)
        {
            if (former.Phase == LeavingPhase.Gone) continue;
            if (FromVersion(state, former.Place, dma, at, seen) is { } left) return left;
        }

        return null;
    }

    // A former version that would have let the access through, or a version that lacks the right.
    private static (Requirement Requirement, Deviation Deviation)? FromVersion(
        IommuState state, Place place, IommuOperation.Dma dma, Iova at, Gpa seen)
    {
        if (place.Kind != PlaceKind.Domain) return null;
        var domain = state.Domain(place.Domain)!;
        for (var i = domain.Former.Count - 1; i >= 0; i--)
        {
            var (version, ended) = domain.Former[i];
            if (!Leads(version, at, seen)) continue;
            if (!IommuRules.Standard.Permits(version.Allowed, dma.Kind, state.Traits)) continue;
            return (Of(ended, version.Destroyed && domain.Exists, place: false), Deviation.Stale);
        }

        if (domain.TryFind(at, out var live) && live.Output(at) == seen)
            return (RightsOf(state, dma, live), Deviation.Extra);
        foreach (var version in domain.Superseded)
        {
            if (Leads(version, at, seen)) return (RightsOf(state, dma, version), Deviation.Extra);
        }

        return null;
    }

    private static bool Leads(Extent version, Iova at, Gpa to) =>
        version.Present && version.Range.Contains(at) && version.Output(at) == to;

    private static bool IsOfOtherAttachment(IommuState state, IommuOperation.Dma dma, Iova at, Gpa seen)
    {
        foreach (var other in state.Attachments)
        {
            if (other.Requester != dma.Requester || other.Now.Kind != PlaceKind.Domain) continue;
            if (BelongsTo(state.Domain(other.Now.Domain)!, at, seen)) return true;
        }

        return false;
    }

    private static (Requirement Requirement, Deviation Deviation) Blocked(
        IommuState state, IommuOperation.Dma dma, Iova at)
    {
        var attachment = state.Attachment(dma.Requester, dma.Pasid);
        if (attachment is null || attachment.Now.Kind != PlaceKind.Domain)
            return (IommuRequirements.Att04, Deviation.Missing);
        var domain = state.Domain(attachment.Now.Domain)!;
        foreach (var former in domain.Former)
        {
            if (!former.Version.Present && former.Version.Range.Contains(at))
                return (IommuRequirements.Inv07, Deviation.Stale);
        }

        return domain.TryFind(at, out var live) && live.Split
            ? (IommuRequirements.Unm02, Deviation.Missing)
            : (IommuRequirements.Map01, Deviation.Missing);
    }

    private static Retirement? FormerPlace(IommuState state, Attachment attachment, Iova at, Gpa seen)
    {
        for (var i = attachment.Former.Count - 1; i >= 0; i--)
        {
            var former = attachment.Former[i];
            if (former.Phase != LeavingPhase.Gone) continue;
            if (former.Place.Kind == PlaceKind.Through && seen.Value == at.Value) return former.Ended;
            if (former.Place.Kind == PlaceKind.Domain && former.Place != attachment.Now
                && BelongsTo(state.Domain(former.Place.Domain)!, at, seen)) return former.Ended;
        }

        return null;
    }

    private static bool BelongsElsewhere(IommuState state, IommuDomain own, Iova at, Gpa seen)
    {
        foreach (var domain in state.Domains)
        {
            if (domain != own && BelongsTo(domain, at, seen)) return true;
        }

        return false;
    }

    private static bool BelongsTo(IommuDomain domain, Iova at, Gpa seen)
    {
        if (domain.TryFind(at, out var live) && live.Output(at) == seen) return true;
        foreach (var version in domain.Superseded)
        {
            if (Leads(version, at, seen)) return true;
        }

        foreach (var former in domain.Former)
        {
            if (Leads(former.Version, at, seen)) return true;
        }

        return false;
    }

    private static string Describe(in AllowedResults allowed)
    {
        var words = new List<string>();
        for (var i = 0; i < allowed.Count; i++) words.Add($"lands at {allowed[i]}");
        if (allowed.MayFault) words.Add("blocked");
        return string.Join(" or ", words);
    }

    private static string Describe(Piece piece) => piece.Outcome switch
    {
        PieceOutcome.Landed => $"bytes from offset {piece.Offset} on landed at {piece.At}",
        PieceOutcome.Blocked => $"bytes from offset {piece.Offset} on were blocked",
        PieceOutcome.Unseen => "the outcome was not shown",
        _ => $"bytes from offset {piece.Offset} on are the content of no page",
    };
}
