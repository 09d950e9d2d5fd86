using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Engine;

namespace IoSpec.Invariants.Iommu;

/// <summary>
/// Nothing reaches memory that it may not, and every changed byte has an allowed writer: over the whole case an access
/// reaches only what some domain that its requester was ever in has ever mapped with that right.
/// </summary>
/// <remarks>Coarser than the judge and independent of it: it knows nothing of invalidations and versions.</remarks>
/// <param name="configuration">What holds for the case.</param>
public sealed class OnlyGrantedMemory(IommuConfiguration configuration) : Invariant
{
    private readonly List<Grant> _grants = [];
    private readonly List<Member> _members = [];

    /// <inheritdoc/>
    public override void Step(Operation operation, Observation seen, ref Verdicts verdicts)
    {
        switch (operation, seen)
        {
            case (IommuOperation.Dma dma, IommuObservation.Transferred transferred):
                foreach (var piece in transferred.Pieces.AsSpan()) Check(dma, piece, ref verdicts);
                break;
            case (IommuOperation.Map map, IommuObservation.Done):
                _grants.Add(new Grant(map.Domain, new FrameRegion(map.To, map.Pages), configuration.Traits.Granted(map.Allowed)));
                break;
            case (IommuOperation.Protect protect, IommuObservation.Done): Widen(protect); break;
            case (IommuOperation.Attach attach, IommuObservation.Done):
                Enter(new Member(attach.Requester, attach.Domain));
                break;
            case (IommuOperation.Bypass bypass, IommuObservation.Done):
                Enter(new Member(bypass.Requester, null));
                break;
            case (IommuOperation.Reset, IommuObservation.Done):
                _grants.Clear();
                _members.Clear();
                break;
            default: break;
        }
    }

    private void Check(IommuOperation.Dma dma, Piece piece, ref Verdicts verdicts)
    {
        if (piece.Outcome is not (PieceOutcome.Landed or PieceOutcome.Stray)) return;
        var writes = dma.Kind is DmaKind.Write or DmaKind.Atomic || piece.Outcome == PieceOutcome.Stray;
        var requirement = writes ? IommuRequirements.Own02 : IommuRequirements.Own01;
        verdicts.Met(requirement);
        if (IsGranted(dma.Requester, piece.At, writes ? Access.Write : Access.Read)) return;
        verdicts.Violate(
            requirement, "memory", Deviation.Foreign, "memory that the requester was granted", $"{piece.At}");
    }

    private bool IsGranted(RequesterId requester, Gpa at, Access needed)
    {
        foreach (var member in _members)
        {
            if (member.Requester != requester) continue;
            if (member.Domain is null) return true;
            foreach (var grant in _grants)
            {
                if (grant.Domain == member.Domain && (grant.Rights & needed) != 0
                    && grant.Memory.Holds(at.PageStart(), new PageCount(1))) return true;
            }
        }

        return false;
    }

    // Rights that are widened count for everything that the domain has ever mapped.
    private void Widen(IommuOperation.Protect protect)
    {
        for (var i = 0; i < _grants.Count; i++)
        {
            if (_grants[i].Domain == protect.Domain)
                _grants[i] = _grants[i] with { Rights = _grants[i].Rights | configuration.Traits.Granted(protect.Allowed) };
        }
    }

    private void Enter(Member member)
    {
        if (!_members.Contains(member)) _members.Add(member);
    }

    private readonly record struct Grant(DomainId Domain, FrameRegion Memory, Access Rights);

    private readonly record struct Member(RequesterId Requester, DomainId? Domain);
}
