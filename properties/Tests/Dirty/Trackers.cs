using IoSpec.Areas.Dirty;
using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Engine;
using Xunit;
using static IoSpec.Contracts.Dirty.DirtyOperation;

namespace IoSpec.Tests.Dirty;

/// <summary>Short words for operations and observations, and the tracker that the tests here are about.</summary>
internal static class Trackers
{
    public const ulong K4 = Page.Bytes;

    public static readonly WriterId One = new(0);
    public static readonly WriterId Two = new(1);
    public static readonly WriterId Unseen = new(2);
    public static readonly Observation Ok = DirtyObservation.Done.Instance;
    public static readonly Observation No = DirtyObservation.Refused.Instance;

    /// <summary>A tracker that has everything.</summary>
    public static DirtyTraits Traits { get; } = new(
        Granule: 0, ReportSizes: 0b1_1111, SecondStart.Keeps, RefusesWhenOff: true, WindowRule.Any,
        OutlivesMapping: true, StartsDirty: false,
        DirtyFeatures.Peek | DirtyFeatures.UnmapReports | DirtyFeatures.Pins | DirtyFeatures.HotPlug
            | DirtyFeatures.Overlap,
        new PageCount(1 << 18));

    public static DirtyConfiguration Of(DirtyTraits traits, params ReadOnlySpan<WriterKind> writers) =>
        new(DirtyDialect.Aggregate, traits, [.. writers]);

    public static DirtyOperation Map(ulong at, ulong pages) => new Map(new Iova(at), new PageCount(pages));

    public static DirtyOperation Unmap(ulong at, bool reports = false) => new Unmap(new Iova(at), reports);

    public static DirtyOperation Write(WriterId writer, ulong at, ulong length = 1) =>
        new Write(writer, new Iova(at), new ByteCount(length));

    public static DirtyOperation BeginWrite(WriterId writer, ulong at) =>
        new BeginWrite(writer, new Iova(at), new ByteCount(1));

    public static DirtyOperation EndWrite(int begun) => new EndWrite(new Held(begun));

    public static DirtyOperation Copy(ulong at) => new Copy(new Iova(at));

    public static DirtyOperation Report(ulong at, ulong pages, int size = 0, bool clears = true) =>
        new Report(new Iova(at), new PageCount(pages), size, clears);

    public static DirtyOperation BeginReport(ulong at, ulong pages) =>
        new BeginReport(new Iova(at), new PageCount(pages));

    public static DirtyOperation EndReport(int begun) => new EndReport(new Held(begun));

    public static DirtyOperation Pin(WriterId writer, ulong at) => new Pin(writer, new Iova(at), new PageCount(1));

    public static Observation Bits(params (ulong First, ulong Count)[] runs)
    {
        var all = new List<PageRun>();
        foreach (var (first, count) in runs) all.Add(new PageRun(new PageCount(first), new PageCount(count)));
        return new DirtyObservation.Bitmap([.. all], GuardsHold: true);
    }

    /// <summary>The requirements that a sequence of answers breaks.</summary>
    public static List<string> Broken(DirtyConfiguration configuration, params ReadOnlySpan<Step> steps)
    {
        var broken = new List<string>();
        Judge(configuration, broken, steps);
        return broken;
    }

    /// <summary>What was put to the test by a sequence of answers; that it is one at all, always is.</summary>
    public static List<string> Met(DirtyConfiguration configuration, params ReadOnlySpan<Step> steps)
    {
        var hits = Judge(configuration, [], steps).Hits;
        var met = new List<string>();
        foreach (var requirement in DirtyRequirements.Table.All)
        {
            if (hits[requirement.Index] > 0 && requirement != DirtyRequirements.Live01) met.Add(requirement.Id);
        }

        return met;
    }

    private static Referee Judge(
        DirtyConfiguration configuration, List<string> broken, params ReadOnlySpan<Step> steps)
    {
        var referee = new Referee(new DirtyArea());
        referee.Start(configuration);
        foreach (var (operation, seen) in steps)
        {
            if (!referee.Applies(operation)) throw new ArgumentException($"{operation} does not apply.", nameof(steps));
            var after = referee.Step(operation, seen);
            List<string> now = [.. referee.Violations.Select(violation => violation.Requirement.Id)];
            broken.AddRange(now);

            // What is given too much is known; after anything else that is wrong the tracker's log is not.
            Assert.Equal(now.TrueForAll(id => id is "DIRTY-PRE-01" or "DIRTY-CLR-01"), after == After.Consistent);
        }

        return referee;
    }

    /// <summary>An operation, and what was seen.</summary>
    public readonly record struct Step(DirtyOperation Operation, Observation Seen);
}
