using IoSpec.Areas;
using IoSpec.Areas.Iommu;
using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Engine;
using IoSpec.Targets;
using IoSpec.Tests.Support;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>Campaigns of the area <c>iommu</c> on a machine, in this process.</summary>
internal static class IommuCampaign
{
    private static readonly WaiverBook Waivers = new(WaiverFormat.Read(
        KnownWaivers.Read(), KnownWaivers.FileName, id => AreaCatalogue.FindRequirement(id) is not null));

    /// <summary>The area.</summary>
    public static Area Area { get; } = new IommuArea();

    /// <summary>Runs a campaign.</summary>
    /// <param name="target">The target.</param>
    /// <param name="cases">How many cases.</param>
    /// <param name="evaluations">How many sequences may be run to shrink a failure; null for the default.</param>
    /// <returns>What it has shown.</returns>
    public static CampaignResult Run(DrivenTarget target, long cases, int? evaluations = null) =>
        Run(target, cases, evaluations ?? new CampaignSettings().ShrinkEvaluations, inner => inner);

    /// <summary>Runs a campaign on a target that is wrapped in another.</summary>
    /// <param name="target">The target.</param>
    /// <param name="cases">How many cases.</param>
    /// <param name="evaluations">How many sequences may be run to shrink a failure.</param>
    /// <param name="wrap">Makes the target that is judged.</param>
    /// <returns>What it has shown.</returns>
    public static CampaignResult Run(
        DrivenTarget target,
        long cases,
        int evaluations,
        Func<ITarget<IommuConfiguration, IommuOperation>, ITarget<IommuConfiguration, IommuOperation>> wrap)
    {
        QemuInstallation.Require(target.Board);
        var source = new TargetSource(target.Connection, NeedsWorker: true, () => wrap(target.Start()));
        var settings = new CampaignSettings { Cases = cases, ShrinkEvaluations = evaluations };
        return new Campaign(Area, settings, null).RunHere(source);
    }

    /// <summary>Fails if anything was found that accuses the machine and is not waived.</summary>
    /// <param name="target">The target.</param>
    /// <param name="result">The result.</param>
    public static void AssertNothingNew(DrivenTarget target, CampaignResult result) => Findings.None(
        from failure in result.Failures
        let waived = new WaivedTarget(target.Connection, result.Target.Version, IsProduct: true)
        let verdict = FailureVerdict.Of(Area, failure, Waivers, waived)
        where verdict.Verdict.Accuses()
        select verdict.IsPrivate
            ? $"{verdict.Raw.Text()} of {target.Connection} {result.Target.Version}"
            : Text(failure));

    private static string Text(Failure failure) =>
        $"{failure.Signature}, case {failure.Case}: {failure.Violation.Allowed}, not {failure.Violation.Seen}\n"
        + string.Join('\n', failure.Operations.Select(Printer.Line));
}
