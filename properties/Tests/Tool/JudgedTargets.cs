using IoSpec.Engine;
using IoSpec.Tool.Comparing;

namespace IoSpec.Tests.Tool;

/// <summary>Judgements that nobody has made.</summary>
internal static class JudgedTargets
{
    /// <summary>A target with verdicts; one that accuses has a failure of the same name as its requirement.</summary>
    public static JudgedTarget Of(string connection, string version, params (string Id, Verdict Verdict)[] verdicts) =>
        new(connection, version,
            [.. verdicts.Select(v => new JudgedRequirement(v.Id, AreaOf(v.Id), v.Verdict))],
            [.. verdicts.Where(v => v.Verdict.Accuses()).Select(v => new JudgedFailure(v.Id, v.Id + "/f"))]);

    /// <summary>Two versions of one device, and a target that does not offer the second area.</summary>
    public static IReadOnlyList<JudgedTarget> Three { get; } =
    [
        Of("qemu:one", "10.0.2", ("IOMMU-MAP-01", Verdict.Pass), ("IOMMU-MAP-02", Verdict.Waived),
            ("IOMMU-INV-01", Verdict.Pass), ("IOMMU-FLT-01", Verdict.NotApplicable), ("WALK-ENT-01", Verdict.Fail)),
        Of("qemu:one?bin=old/qemu", "7.2.22", ("IOMMU-MAP-01", Verdict.Pass), ("IOMMU-MAP-02", Verdict.Warn),
            ("IOMMU-INV-01", Verdict.Crash), ("IOMMU-FLT-01", Verdict.NotApplicable), ("WALK-ENT-01", Verdict.Pass)),
        Of("qemu:two?of=a-name-that-is-very-long-indeed", "", ("IOMMU-MAP-01", Verdict.Pass),
            ("IOMMU-MAP-02", Verdict.Pass), ("IOMMU-INV-01", Verdict.Untested),
            ("IOMMU-FLT-01", Verdict.NotApplicable)),
    ];

    private static string AreaOf(string id) => id.Split('-')[0].ToLowerInvariant();
}
