using IoSpec.Engine;

namespace IoSpec.Tool.Comparing;

/// <summary>The verdicts of requirements on several targets, and on several versions of one.</summary>
/// <param name="Columns">The targets.</param>
/// <param name="Rows">The requirements, by area.</param>
internal sealed record Matrix(IReadOnlyList<JudgedTarget> Columns, IReadOnlyList<MatrixRow> Rows)
{
    /// <summary>The matrix of targets: their requirements in the order in which the targets name them.</summary>
    public static Matrix Of(IReadOnlyList<JudgedTarget> targets)
    {
        var rows = targets.SelectMany(t => t.Requirements)
            .DistinctBy(r => r.Id, StringComparer.Ordinal)
            .GroupBy(r => r.Area, StringComparer.Ordinal)
            .SelectMany(area => area)
            .Select(r => new MatrixRow(r.Id, r.Area, [.. targets.Select(t => t[r.Id])]));
        return new Matrix(targets, [.. rows]);
    }
}

/// <summary>A requirement on all targets.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Area">The id of its area.</param>
/// <param name="Cells">Its verdicts; null for a target that was not judged in its area.</param>
internal sealed record MatrixRow(string Id, string Area, IReadOnlyList<Verdict?> Cells)
{
    /// <summary>Whether no target has it, or none was asked.</summary>
    public bool IsAbsent => Cells.All(cell => cell is null or Verdict.NotApplicable or Verdict.Disabled);

    /// <summary>Whether it holds on every target that has it.</summary>
    public bool Holds => !IsAbsent
        && Cells.All(cell => cell is null or Verdict.NotApplicable or Verdict.Disabled or Verdict.Pass);
}
