namespace IoSpec.Contracts.Dirty;

/// <summary>One tracker, and those who write what it tracks.</summary>
/// <param name="Dialect">By which interface it is asked.</param>
/// <param name="Traits">What it is.</param>
/// <param name="Writers">Who writes, each by its place in the list; all are there at the start.</param>
public sealed record DirtyConfiguration(DirtyDialect Dialect, DirtyTraits Traits, ValueList<WriterKind> Writers)
    : Configuration
{
    /// <summary>What makes the configuration impossible.</summary>
    /// <returns>The problem in one line, or null.</returns>
    public string? Problem()
    {
        if (Traits.Granule is < 0 or > 18) return "the granule is not from 0 to 18";
        if ((Traits.ReportSizes & 1) == 0 || Traits.ReportSizes >> 19 != 0) return "the report sizes are not possible";
        if (Traits.MostPages.Value is 0 or > 1 << 20) return "the bits of a report are not from 1 to 1048576";
        return Writers.Count is 0 or > 64 ? "the writers are not from 1 to 64" : null;
    }
}
