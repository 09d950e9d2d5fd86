using IoSpec.Contracts;

namespace IoSpec.Reference.Walk;

/// <summary>A piece of an access, what may become of it and what was seen.</summary>
/// <param name="state">What is known of the unit.</param>
/// <param name="format">The format.</param>
/// <param name="request">The request of the piece.</param>
/// <param name="allowed">What may become of it.</param>
/// <param name="piece">What was seen.</param>
/// <param name="faulted">Whether an earlier piece of the access was blocked.</param>
internal sealed class AccessView(
    WalkState state, WalkFormat format, WalkRequest request, AllowedWalks allowed, Piece piece, bool faulted)
{
    private FormerWalks? _former;

    public WalkState State => state;

    public WalkFormat Format => format;

    public WalkRequest Request => request;

    public AllowedWalks Allowed => allowed;

    public Piece Piece => piece;

    public bool Faulted => faulted;

    /// <summary>What entries would lead to that may not be used any more.</summary>
    public FormerWalks Former => _former ??= FormerWalks.Of(state, format, request, allowed);

    /// <summary>Whether such a request was blocked before, by entries that may not be used any more.</summary>
    public bool WasAbsent => state.WasBlocked(request.Requester, request.At.PageStart()) && Former.HasFault;

    /// <summary>The requirement by which what the request has to reach was kept, if there is one.</summary>
    public Requirement? Keeps => format.Keeps(state, request);

    /// <summary>Whether the harness would see it if memory is reached.</summary>
    public bool IsSeen => (state.Configuration.Device(request.Requester)!.ShowsReads || request.Writes)
        && !ReachesOutside;

    /// <summary>Whether the request may reach memory in which nobody looks.</summary>
    public bool ReachesOutside
    {
        get
        {
            foreach (var result in allowed.Results)
            {
                if (result.Reaches && !state.Configuration.IsFrame(result.Output)) return true;
            }

            return false;
        }
    }

    /// <summary>
    /// Whether what was seen is allowed: what translates lands, unless an earlier piece faulted.
    /// </summary>
    public bool IsAllowed() => piece.Outcome switch
    {
        PieceOutcome.Landed => allowed.Reaches(piece.At),
        PieceOutcome.Blocked => allowed.MayFault || faulted || ReachesOutside,
        PieceOutcome.Unseen => !IsSeen,
        _ => ReachesOutside,
    };
}
