using IoSpec.Engine;

namespace IoSpec.Tool.Comparing;

/// <summary>Two judgements of what is one target but for its version.</summary>
/// <param name="Before">The first, or that of the earlier version.</param>
/// <param name="After">The other.</param>
internal sealed record Comparison(JudgedTarget Before, JudgedTarget After)
{
    /// <summary>What differs.</summary>
    public IReadOnlyList<Change> Changes { get; } = Change.Between(Before, After);

    /// <summary>Of the targets of one run: each version of a device with the next one.</summary>
    public static IReadOnlyList<Comparison> Within(IReadOnlyList<JudgedTarget> targets) =>
    [
        .. targets.GroupBy(t => t.Device, StringComparer.Ordinal)
            .Select(versions => versions.OrderBy(t => t.Version, VersionRange.Order).ToList())
            .SelectMany(versions => versions.Zip(versions.Skip(1), (older, newer) => new Comparison(older, newer))),
    ];

    /// <summary>Of two runs: each target of the first with the same one of the second, whatever program plays it.</summary>
    public static IReadOnlyList<Comparison> Across(IReadOnlyList<JudgedTarget> before, IReadOnlyList<JudgedTarget> after)
    {
        if (before.Count == 1 && after.Count == 1) return [new Comparison(before[0], after[0])];
        return
        [
            .. before.Select(old => (old, recent: Partner(old, after)))
                .Where(pair => pair.recent is not null)
                .Select(pair => new Comparison(pair.old, pair.recent!)),
        ];
    }

    private static JudgedTarget? Partner(JudgedTarget old, IReadOnlyList<JudgedTarget> after) =>
        after.FirstOrDefault(t => t.Connection == old.Connection) ?? after.FirstOrDefault(t => t.Device == old.Device);
}
