using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Contracts.Iommu;
using IoSpec.Contracts.Walk;

namespace IoSpec.Html.Drawings;

/// <summary>The addresses that a step is about, in pages.</summary>
/// <param name="First">The first page.</param>
/// <param name="Count">How many pages; at least one.</param>
/// <param name="Kind">What happens to them, as the styles call it.</param>
internal readonly record struct Span(ulong First, ulong Count, string Kind)
{
    private const ulong MostPages = 1ul << (64 - Page.Shift);

    /// <summary>The page after the last.</summary>
    public ulong End => First + Count;

    /// <summary>What a step is about; nothing if it names no addresses.</summary>
    public static IEnumerable<Span> Of(Scenario scenario, int step)
    {
        var operation = scenario.Operations[step];
        var seen = step < scenario.Seen.Count ? scenario.Seen[step] : null;
        var kind = Printer.KindOf(operation);
        if ((RangeOf(operation, 0) ?? BegunRangeOf(scenario, operation)) is not var (at, bytes)) yield break;
        if (seen is DirtyObservation.Bitmap bitmap)
        {
            yield return Pages(at, bytes, "report");
            var unit = operation is DirtyOperation.Report report ? 1ul << Math.Clamp(report.Size, 0, 30) : 1;
            foreach (var run in bitmap.Dirty) yield return Dirty(at, run, unit);
            yield break;
        }

        if (PiecesOf(seen) is { Count: > 0 } pieces)
        {
            foreach (var piece in pieces)
            {
                var reached = piece.Outcome == PieceOutcome.Blocked ? "blocked" : "landed";
                yield return Pages(at + piece.Offset.Value, piece.Length.Value, reached);
            }

            yield break;
        }

        yield return Pages(at, bytes, KindOf(kind));
    }

    private static string KindOf(string kind) => kind switch
    {
        "map" or "pin" => "map",
        "unmap" or "unpin" => "unmap",
        "write" or "beginWrite" or "endWrite" => "written",
        "dma" or "interrupt" or "message" or "copy" => "asked",
        _ => "other",
    };

    private static Span Dirty(ulong at, PageRun run, ulong unit)
    {
        var first = (at >> Page.Shift) + unchecked(run.First.Value * unit);
        return new Span(first % MostPages, Math.Clamp(unchecked(run.Count.Value * unit), 1, MostPages), "dirty");
    }

    private static Span Pages(ulong at, ulong bytes, string kind)
    {
        var first = at >> Page.Shift;
        var last = unchecked(at + Math.Max(bytes, 1) - 1) >> Page.Shift;
        return last >= first ? new Span(first, last - first + 1, kind) : new Span(first, MostPages - first, kind);
    }

    // By its fields: an address, and a length in pages or bytes; also within a scope.
    private static (ulong At, ulong Bytes)? RangeOf(object value, int depth)
    {
        if (Shape.Of(value.GetType()) is not Shape.Product product) return null;
        ulong? at = null;
        var bytes = 1ul;
        for (var i = 0; i < product.Fields.Count; i++)
        {
            switch (product.Get(value, i))
            {
                case Iova address when at is null: at = address.Value; break;
                case PageCount pages: bytes = BytesOf(pages); break;
                case ByteCount length: bytes = length.Value; break;
                case InvalidationScope scope when depth == 0: return RangeOf(scope, 1);
                default: break;
            }
        }

        return at is { } start ? (start, bytes) : null;
    }

    // What ends something is about what was named when it began.
    private static (ulong At, ulong Bytes)? BegunRangeOf(Scenario scenario, Operation operation)
    {
        var product = (Shape.Product)Shape.Of(operation.GetType());
        var begun = Enumerable.Range(0, product.Fields.Count).Select(i => product.Get(operation, i)).OfType<Held>();
        return begun.Where(held => held.Step >= 0 && held.Step < scenario.Operations.Count)
            .Select(held => RangeOf(scenario.Operations[held.Step], 0)).FirstOrDefault();
    }

    private static ulong BytesOf(PageCount pages) =>
        pages.Value >= MostPages ? ulong.MaxValue : pages.Value << Page.Shift;

    private static ValueList<Piece>? PiecesOf(Observation? seen) => seen switch
    {
        IommuObservation.Transferred transferred => transferred.Pieces,
        WalkObservation.Transferred transferred => transferred.Pieces,
        _ => null,
    };
}
