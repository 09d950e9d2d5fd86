using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;

namespace IoSpec.Reference.Dirty;

/// <summary>A write that has begun.</summary>
/// <param name="step">The step that began it.</param>
/// <param name="writer">Who writes.</param>
/// <param name="range">The pages.</param>
/// <param name="isLogged">Whether the log ran when it began.</param>
public sealed class OpenWrite(int step, WriterId writer, IovaRange range, bool isLogged)
{
    /// <summary>The step that began it.</summary>
    public int Step { get; } = step;

    /// <summary>Who writes.</summary>
    public WriterId Writer { get; } = writer;

    /// <summary>The pages.</summary>
    public IovaRange Range { get; } = range;

    /// <summary>Whether the log ran when it began; if not, nothing is demanded.</summary>
    public bool IsLogged { get; set; } = isLogged;

    /// <summary>The pages that a report has given since it began.</summary>
    public PageSet Reported { get; } = new();

    /// <summary>The pages that a report had given while what is written could not be read yet.</summary>
    public PageSet ReportedEarly { get; } = new();

    /// <summary>The pages that a report has covered since it began.</summary>
    public PageSet Covered { get; } = new();
}
