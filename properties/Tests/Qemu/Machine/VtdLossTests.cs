using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Engine;
using IoSpec.Qemu.Link;
using IoSpec.Qemu.Vtd;
using Xunit;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>A machine that dies or stands still is a verdict on its case, and the campaign goes on.</summary>
[Collection(QemuCollection.Name)]
public sealed class VtdLossTests
{
    private const long Cases = 40;
    private const int Evaluations = 8;
    private static readonly LinkTimes Impatient = new(TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(500));

    [SkippableTheory]
    [InlineData("KILL", Loss.Crashed, Verdict.Crash)]
    [InlineData("ABRT", Loss.Crashed, Verdict.Crash)]
    [InlineData("STOP", Loss.Hung, Verdict.Hang)]
    public void What_always_loses_the_machine_is_found_and_shrunk_and_all_cases_run(
        string signal, Loss loss, Verdict verdict)
    {
        QemuInstallation.Require();
        using var qemu = new TrackedQemu();
        var result = Run(qemu, operation =>
        {
            if (operation is IommuOperation.ClearFaults) qemu.Signal(signal);
        });
        Assert.Equal((ulong)Cases, result.Evidence.CasesRun);
        var failure = Assert.Single(result.Failures, f => f.IsLoss);
        Assert.Equal(verdict, FailureVerdict.RawOf(IommuCampaign.Area, failure));
        Assert.Equal(loss, ((Lost)failure.Seen[^1]).Kind);
        Assert.Equal(new IommuOperation.ClearFaults(), failure.Operations[^1]);
        Assert.Equal("clearFaults", failure.Signature.Operation);
        IommuCampaign.AssertNothingNew(
            DrivenTarget.Vtd(VtdOptions.Default),
            result with { Failures = [.. result.Failures.Where(f => !f.IsLoss)] });
    }

    [SkippableFact]
    public void What_loses_the_machine_once_is_told_of_its_own_case_and_shows_no_second_time()
    {
        const int doomed = 7;
        QemuInstallation.Require();
        using var qemu = new TrackedQemu();
        var (cases, lost) = (0, -1);
        var result = IommuCampaign.Run(
            DrivenTarget.Vtd(QemuInstallation.On(qemu.Script)),
            Cases,
            Evaluations,
            target => new Interrupted(target, () => cases++, operation =>
            {
                if (lost >= 0 || cases <= doomed || operation is not IommuOperation.Dma { Length.Value: > 0 }) return;
                lost = cases - 1;
                qemu.Signal("KILL");
            }));
        Assert.Equal((ulong)Cases, result.Evidence.CasesRun);
        var failure = Assert.Single(result.Failures, f => f.IsLoss);
        Assert.Equal(lost, failure.Case);
        Assert.Equal("IOMMU-LIVE-01/crashed/dma/missing", failure.Signature.ToString());
        Assert.Equal(0, failure.Reproduced);
    }

    [SkippableFact]
    public void A_lost_target_says_so_until_it_is_reset_and_works_then()
    {
        QemuInstallation.Require();
        using var qemu = new TrackedQemu();
        using var target = QemuInstallation.Start(QemuInstallation.On(qemu.Script));
        var configuration = QemuInstallation.ConfigurationOf(target);
        target.Reset(configuration);
        qemu.Signal("KILL");
        for (var i = 0; i < 2; i++)
        {
            var lost = Assert.Throws<TargetLostException>(() => target.Apply(new IommuOperation.ReadFaults()));
            Assert.Equal(Loss.Crashed, lost.Kind);
            Assert.Contains("137", lost.Message, StringComparison.Ordinal);
        }

        target.Reset(configuration);
        Assert.IsType<IommuObservation.Faults>(target.Apply(new IommuOperation.ReadFaults()));
    }

    private static CampaignResult Run(TrackedQemu qemu, Action<IommuOperation> before) => IommuCampaign.Run(
        DrivenTarget.Vtd(QemuInstallation.On(qemu.Script, Impatient)),
        Cases,
        Evaluations,
        target => new Interrupted(target, () => { }, before));
}
