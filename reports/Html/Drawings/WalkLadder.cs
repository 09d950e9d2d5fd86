using System.Globalization;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Reference.Walk;

namespace IoSpec.Html.Drawings;

/// <summary>The walk of an access, entry by entry, as memory is when the access is made.</summary>
/// <param name="Step">The number of the access, from 1.</param>
/// <param name="At">The address that is translated.</param>
/// <param name="Rungs">The entries that are read, in order.</param>
/// <param name="End">What the walk leads to.</param>
/// <param name="Seen">What the target did.</param>
/// <param name="Deviates">Whether that is something else.</param>
internal sealed record WalkLadder(
    int Step, string At, IReadOnlyList<Rung> Rungs, string End, string Seen, bool Deviates)
{
    private const int MostSteps = 400;
    private const int MostDeciding = 6;

    /// <summary>The ladder of the last access of a scenario; null if there is none, or too much before it.</summary>
    public static WalkLadder? Of(Scenario scenario)
    {
        if (scenario.Configuration is not WalkConfiguration configuration) return null;
        var last = scenario.Operations.Count - 1;
        while (last >= 0 && scenario.Operations[last] is not WalkOperation.Dma) last--;
        if (last is < 0 or >= MostSteps || last >= scenario.Seen.Count) return null;
        if (scenario.Seen[last] is not WalkObservation.Transferred { Pieces.Count: > 0 } seen) return null;

        var state = new WalkState(configuration);
        var format = WalkFormatCatalogue.Of(configuration.Unit);
        var moments = new List<long>();
        for (var i = 0; i < last; i++)
        {
            WalkSteps.Do(state, format, (WalkOperation)scenario.Operations[i]);
            moments.Add(state.Moment);
        }

        var access = (WalkOperation.Dma)scenario.Operations[last];
        var (piece, trail) = Worst(state, format, access, seen.Pieces);
        if (trail.Steps.Count == 0) return null;
        var isOther = Differs(piece, trail.Result);

        // Almost any bit blocks; only where memory was reached do bits say why.
        var isReached = isOther && piece.Outcome == PieceOutcome.Landed;
        var request = WalkRequest.Of(access, piece.Offset);
        var past = new Past(
            state, scenario, moments, other => isReached && Leads(state, format, request, piece, other));
        return new WalkLadder(
            last + 1, access.At.Plus(piece.Offset.Value).ToString(), Clear([.. trail.Steps.Select(past.RungOf)]),
            trail.Result.Fault is { } fault ? Words(fault.Cause) : trail.Result.Output.ToString(),
            SeenOf(piece), isOther);
    }

    // Where many bits would do, none of them is the reason.
    private static IReadOnlyList<Rung> Clear(IReadOnlyList<Rung> rungs) =>
        rungs.Sum(rung => rung.Words.Sum(word => word.Deciding.Count)) <= MostDeciding
            ? rungs
            : [.. rungs.Select(rung => rung with { Words = [.. rung.Words.Select(w => w with { Deciding = [] })] })];

    private static bool Leads(
        WalkState state, WalkFormat format, in WalkRequest request, Piece piece, EntryWrite other)
    {
        var trail = Trail.Of(state, format, request, other);
        return !trail.IsUnknown && !Differs(piece, trail.Result);
    }

    // The first piece that went elsewhere; otherwise the first.
    private static (Piece Piece, Trail Trail) Worst(
        WalkState state, WalkFormat format, WalkOperation.Dma access, ValueList<Piece> pieces)
    {
        Trail TrailOf(Piece piece) => Trail.Of(state, format, WalkRequest.Of(access, piece.Offset));
        foreach (var piece in pieces)
        {
            var trail = TrailOf(piece);
            if (Differs(piece, trail.Result)) return (piece, trail);
        }

        return (pieces[0], TrailOf(pieces[0]));
    }

    private static bool Differs(Piece piece, WalkResult result) => piece.Outcome switch
    {
        PieceOutcome.Landed => !result.Reaches || result.Output != piece.At,
        PieceOutcome.Blocked => result.Reaches,
        PieceOutcome.Unknown => !result.Reaches,
        _ => false,
    };

    private static string SeenOf(Piece piece) => piece.Outcome switch
    {
        PieceOutcome.Landed => piece.At.ToString(),
        PieceOutcome.Unknown => "reads what is in no memory",
        PieceOutcome.Unseen => "not seen",
        PieceOutcome.Stray => "changes bytes elsewhere",
        _ => "blocked",
    };

    private static string Words(WalkCause cause) => string.Concat(
        cause.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? " " + Lower(c.ToString()) : Lower(c.ToString())));

    private static string Lower(string word) => word.ToLower(CultureInfo.InvariantCulture);
}
