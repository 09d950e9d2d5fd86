using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Virtio;

/// <summary>Pieces of memory as runs of bytes.</summary>
internal static class Runs
{
    /// <summary>The runs that pieces come to: by address, as long as they adjoin or overlap.</summary>
    public static ValueList<WrittenRun> Of(List<PlacedPiece> pieces)
    {
        if (pieces.Count == 0) return default;
        var sorted = new List<PlacedPiece>(pieces);
        sorted.Sort((one, other) => one.At.CompareTo(other.At));
        var runs = new List<WrittenRun>(sorted.Count);
        var (first, end) = (sorted[0].At.Value, sorted[0].At.Value);
        foreach (var piece in sorted)
        {
            if (piece.At.Value > end)
            {
                runs.Add(Run(first, end));
                first = piece.At.Value;
            }

            end = Math.Max(end, piece.At.Value + piece.Length);
        }

        runs.Add(Run(first, end));
        return [.. runs];
    }

    private static WrittenRun Run(ulong first, ulong end) => new(new Gpa(first), new ByteCount(end - first), true);
}
