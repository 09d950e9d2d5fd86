using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Contracts.Walk;

namespace IoSpec.Html.Drawings;

/// <summary>A scenario as arrows between lifelines; the last steps, if it is long.</summary>
/// <param name="Lifelines">Their names, from left to right.</param>
/// <param name="Steps">The steps in order.</param>
/// <param name="Omitted">How many steps before them are not drawn.</param>
internal sealed record Sequence(IReadOnlyList<string> Lifelines, IReadOnlyList<DrawnStep> Steps, int Omitted)
{
    private const int Most = 14;
    private const string Memory = "memory";
    private const int MostPieces = 3;

    /// <summary>The diagram of a scenario.</summary>
    /// <param name="scenario">The scenario; its last step is the one that deviates.</param>
    public static Sequence Of(Scenario scenario)
    {
        var cast = Cast.Of(scenario.Area);
        var omitted = Math.Max(0, scenario.Operations.Count - Most);
        var steps = new List<DrawnStep>();
        for (var i = omitted; i < scenario.Operations.Count; i++)
        {
            var seen = i < scenario.Seen.Count ? scenario.Seen[i] : null;
            steps.Add(new DrawnStep(
                i + 1, i == scenario.Operations.Count - 1, i < scenario.Before,
                [.. Arrows(cast, scenario.Operations[i], seen)]));
        }

        var used = steps.SelectMany(s => s.Arrows).SelectMany(a => new[] { a.From, a.To })
            .ToHashSet(StringComparer.Ordinal);
        string[] all = [cast.Driver, cast.Other, cast.Target, Memory];
        return new Sequence([.. all.Where(used.Contains)], steps, omitted);
    }

    private static IEnumerable<Arrow> Arrows(Cast cast, Operation operation, Observation? seen)
    {
        var kind = Printer.KindOf(operation);
        var from = cast.Others.Contains(kind, StringComparer.Ordinal) ? cast.Other : cast.Driver;
        var to = cast.Direct.Contains(kind, StringComparer.Ordinal) ? Memory : cast.Target;
        yield return new Arrow(from, to, Printer.Line(operation), ArrowKind.Call);
        if (seen is null) yield break;
        if (PiecesOf(seen) is { Count: > 0 } pieces)
        {
            foreach (var piece in pieces.Take(MostPieces)) yield return Piece(cast.Target, piece);
            if (pieces.Count <= MostPieces) yield break;
        }

        var isDone = Printer.KindOf(seen) == "done";
        yield return new Arrow(to, from, Printer.Line(seen), isDone ? ArrowKind.Done : ArrowKind.Answer);
    }

    private static Arrow Piece(string target, Piece piece) => piece.Outcome switch
    {
        PieceOutcome.Landed => new Arrow(
            target, Memory, $"reaches {piece.At}, {Bytes(piece)}", ArrowKind.Access),
        PieceOutcome.Blocked => new Arrow(
            target, Memory, $"blocked, {Bytes(piece)} at +{piece.Offset}", ArrowKind.Blocked),
        _ => new Arrow(
            target, Memory, $"{piece.Outcome.ToString().ToLowerInvariant()}, {Bytes(piece)}", ArrowKind.Access),
    };

    private static string Bytes(Piece piece) => $"{piece.Length} byte{(piece.Length.Value == 1 ? "" : "s")}";

    private static ValueList<Piece>? PiecesOf(Observation seen) => seen switch
    {
        IommuObservation.Transferred transferred => transferred.Pieces,
        WalkObservation.Transferred transferred => transferred.Pieces,
        _ => null,
    };
}

/// <summary>A step of a diagram.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Deviates">Whether what was seen is not allowed.</param>
/// <param name="IsHistory">Whether it belongs to an earlier case.</param>
/// <param name="Arrows">What it consists of.</param>
internal sealed record DrawnStep(int Number, bool Deviates, bool IsHistory, IReadOnlyList<Arrow> Arrows);

/// <summary>An arrow of a diagram.</summary>
/// <param name="From">The lifeline where it begins.</param>
/// <param name="To">The lifeline where it ends.</param>
/// <param name="Label">What is said.</param>
/// <param name="Kind">What it is.</param>
internal sealed record Arrow(string From, string To, string Label, ArrowKind Kind);

/// <summary>What an arrow is.</summary>
internal enum ArrowKind
{
    /// <summary>Something is asked for.</summary>
    Call,

    /// <summary>Something is answered.</summary>
    Answer,

    /// <summary>The answer says no more than that it was done.</summary>
    Done,

    /// <summary>Memory is reached.</summary>
    Access,

    /// <summary>Memory is not reached.</summary>
    Blocked,
}
