using IoSpec.Areas;
using IoSpec.Areas.Iommu;
using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Engine;
using IoSpec.Qemu.Vtd;
using IoSpec.Targets;
using IoSpec.Tests.Support;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>Campaigns of the area <c>iommu</c> on a machine, in this process.</summary>
internal static class VtdCampaign
{
    private const string Connection = "qemu:vtd";

    private static readonly WaiverBook Waivers = new(WaiverFormat.Read(
        KnownWaivers.Read(), KnownWaivers.FileName, id => AreaCatalogue.FindRequirement(id) is not null));

    /// <summary>The area.</summary>
    public static Area Area { get; } = new IommuArea();

    /// <summary>Runs a campaign.</summary>
    /// <param name="cases">How many cases.</param>
    /// <param name="options">What was chosen about the machine.</param>
    /// <returns>What it has shown.</returns>
    public static CampaignResult Run(long cases, VtdOptions options) =>
        Run(cases, options, target => target, new CampaignSettings().ShrinkEvaluations);

    /// <summary>Runs a campaign on a target that is wrapped in another.</summary>
    /// <param name="cases">How many cases.</param>
    /// <param name="options">What was chosen about the machine.</param>
    /// <param name="wrap">Makes the target that is judged.</param>
    /// <param name="evaluations">How many sequences may be run to shrink a failure.</param>
    /// <returns>What it has shown.</returns>
    public static CampaignResult Run(
        long cases,
        VtdOptions options,
        Func<ITarget<IommuConfiguration, IommuOperation>, ITarget<IommuConfiguration, IommuOperation>> wrap,
        int evaluations)
    {
        QemuInstallation.Require();
        var source = new TargetSource(Connection, NeedsWorker: true, () => wrap(VtdTarget.Start(options)));
        var settings = new CampaignSettings { Cases = cases, ShrinkEvaluations = evaluations };
        return new Campaign(Area, settings, null).RunHere(source);
    }

    /// <summary>Fails if anything was found that accuses the machine and is not waived.</summary>
    /// <param name="result">The result.</param>
    public static void AssertNothingNew(CampaignResult result) => Findings.None(
        from failure in result.Failures
        let target = new WaivedTarget(Connection, result.Target.Version)
        where FailureVerdict.Of(Area, failure, Waivers, target).Verdict.Accuses()
        select $"{failure.Signature}, case {failure.Case}: {failure.Violation.Allowed}, not {failure.Violation.Seen}\n"
            + string.Join('\n', failure.Operations.Select(Printer.Line)));
}
