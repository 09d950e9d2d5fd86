namespace IoSpec.Contracts.Dirty;

/// <summary>What a tracker is: read from it where possible, never a verdict.</summary>
/// <param name="Granule">The pages that are marked together, as a power of two of smallest pages: 0 for one.</param>
/// <param name="ReportSizes">
/// The sizes of page in which it reports: bit n for two to the power of n smallest pages; bit 0 is always there.
/// </param>
/// <param name="SecondStart">What starting does while the log runs.</param>
/// <param name="RefusesWhenOff">Whether a report is refused while no log runs.</param>
/// <param name="Windows">Of which windows it has to give a report.</param>
/// <param name="OutlivesMapping">Whether what is unmapped stays in the log.</param>
/// <param name="StartsDirty">Whether everything counts as written when it is mapped or the log starts.</param>
/// <param name="Features">What else it can do.</param>
/// <param name="MostPages">The most bits of a report, at least 1.</param>
public sealed record DirtyTraits(
    int Granule,
    int ReportSizes,
    SecondStart SecondStart,
    bool RefusesWhenOff,
    WindowRule Windows,
    bool OutlivesMapping,
    bool StartsDirty,
    DirtyFeatures Features,
    PageCount MostPages);
