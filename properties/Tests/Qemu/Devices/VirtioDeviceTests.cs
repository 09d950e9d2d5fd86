using IoSpec.Areas;
using IoSpec.Areas.Virtio;
using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using IoSpec.Engine;
using IoSpec.Qemu.Boards;
using IoSpec.Qemu.Devices;
using IoSpec.Targets;
using IoSpec.Tests.Qemu.Machine;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Qemu.Devices;

/// <summary>The virtio devices of an installed QEMU, before VT-d and without it.</summary>
[Collection(QemuCollection.Name)]
public sealed class VirtioDeviceTests
{
    private static readonly string[] NeedingOtherRings = ["VIRTIO-NOT-04", "VIRTIO-NOT-05", "VIRTIO-USE-04"];

    private const int MostOperations = 9;

    // With fewer cases some requirement may not be met by chance.
    private const long Telling = 256;
    private static readonly VirtioArea Area = new();

    private static readonly WaiverBook Waivers = new(WaiverFormat.Read(
        KnownWaivers.Read(), KnownWaivers.FileName, id => AreaCatalogue.FindRequirement(id) is not null));

    [SkippableFact]
    public void A_source_does_what_is_known_of_it() => IsAsKnown("qemu:virtio-rng", cases: 64, QemuVirtioTarget.Rng);

    [SkippableFact]
    public void A_disk_does_what_is_known_of_it() => IsAsKnown("qemu:virtio-blk", cases: 24, QemuVirtioTarget.Blk);

    [SkippableFact]
    public void A_source_behind_a_front_end_does_what_is_known_of_it() =>
        IsAsKnown("qemu:vhost-user", cases: 64, QemuVirtioTarget.Front);

    [SkippableFact]
    public void A_front_end_that_is_always_a_bus_master_loses_nothing()
    {
        QemuInstallation.Require();
        var options = Options("qemu:vhost-user");
        var source = new TargetSource("qemu:vhost-user", NeedsWorker: true, () => QemuVirtioTarget.Front(options));
        var settings = new CampaignSettings
        {
            Seed = 9,
            Cases = 256,
            Without = new SortedSet<string>(StringComparer.Ordinal) { "busMaster" },
        };
        var result = new Campaign(Area, settings, null).RunHere(source);
        Findings.None(
            from failure in result.Failures
            where failure.Signature.Requirement != VirtioRequirements.Neg01.Id
            select $"{failure.Signature}");
    }

    [SkippableFact]
    [Trait("Category", "Slow")]
    public void A_source_behind_a_front_end_is_known_at_length() =>
        IsAsKnown("qemu:vhost-user", cases: 1000, QemuVirtioTarget.Front);

    [SkippableTheory]
    [InlineData("transport=transitional")]
    [InlineData("transport=legacy")]
    [InlineData("transport=mmio")]
    [InlineData("transport=mmio-legacy")]
    [InlineData("iommu=smmuv3")]
    public void A_source_is_reached_in_other_ways(string option) =>
        IsAsKnown($"qemu:virtio-rng?{option}", cases: 40, QemuVirtioTarget.Rng);

    [SkippableTheory]
    [Trait("Category", "Slow")]
    [InlineData("transport=transitional")]
    [InlineData("transport=legacy")]
    [InlineData("transport=mmio")]
    [InlineData("transport=mmio-legacy")]
    [InlineData("iommu=smmuv3")]
    public void A_source_is_reached_in_other_ways_at_length(string option) =>
        IsAsKnown($"qemu:virtio-rng?{option}", cases: 320, QemuVirtioTarget.Rng);

    [SkippableTheory]
    [Trait("Category", "Slow")]
    [InlineData("transport=transitional")]
    [InlineData("transport=legacy")]
    [InlineData("transport=mmio")]
    [InlineData("iommu=smmuv3")]
    public void A_disk_is_reached_in_other_ways(string option) =>
        IsAsKnown($"qemu:virtio-blk?{option}", cases: 24, QemuVirtioTarget.Blk);

    [SkippableTheory]
    [InlineData("transitional")]
    [InlineData("legacy")]
    public void A_device_with_a_legacy_interface_cannot_offer_access_through_the_platform(string transport)
    {
        QemuInstallation.Require();
        var refused = Assert.Throws<TargetUnavailableException>(() => QemuVirtioTarget.Rng(
            Options("qemu:virtio-rng", ("transport", transport), ("iommu_platform", "on"))));
        Assert.Contains("with a legacy interface is refused", refused.Message, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("transitional", "")]
    [InlineData("legacy", "VIRTIO-ERR-01 VIRTIO-NEG-01 VIRTIO-NEG-02 VIRTIO-QUE-01 VIRTIO-STA-02")]
    public void What_a_legacy_interface_lacks_does_not_apply(string transport, string more)
    {
        QemuInstallation.Require();
        using var target = QemuVirtioTarget.Rng(Options("qemu:virtio-rng", ("transport", transport)));
        string[] needing = ["VIRTIO-ADR-01", "VIRTIO-CON-02", "VIRTIO-CON-03", "VIRTIO-FLT-01", "VIRTIO-FLT-02",
            .. NeedingOtherRings, .. more.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        Assert.Equal(
            needing.Order(StringComparer.Ordinal), Excluded(target).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
        var isLegacy = ((VirtioCapabilities)target.Capabilities).Configurations.Select(one => one.IsLegacy());
        Assert.Equal(transport == "transitional" ? 2 : 1, isLegacy.Distinct().Count());
    }

    [Theory]
    [InlineData("mmio", "vtd")]
    [InlineData("mmio-legacy", "smmuv3")]
    [InlineData("legacy", "smmuv3")]
    [InlineData("transitional", "tce")]
    [InlineData("legacy", "zpci")]
    public void A_transport_that_the_platform_does_not_have_is_refused(string transport, string iommu) =>
        Assert.Throws<TargetUnavailableException>(
            () => Options("qemu:virtio-rng", ("transport", transport), ("iommu", iommu)));

    [SkippableFact]
    [Trait("Category", "Slow")]
    public void A_source_is_known_at_length() => IsAsKnown("qemu:virtio-rng", cases: 500, QemuVirtioTarget.Rng);

    [SkippableFact]
    [Trait("Category", "Slow")]
    public void A_disk_is_known_at_length() => IsAsKnown("qemu:virtio-blk", cases: 96, QemuVirtioTarget.Blk);

    [SkippableFact]
    [Trait("Category", "Slow")]
    public void A_source_that_is_a_function_of_s390_is_known() =>
        IsAsKnown("qemu:virtio-rng?iommu=zpci", cases: 64, QemuVirtioTarget.Rng);

    [SkippableFact]
    [Trait("Category", "Slow")]
    public void A_source_behind_a_window_of_pseries_is_known() =>
        IsAsKnown("qemu:virtio-rng?iommu=tce", cases: 64, QemuVirtioTarget.Rng);

    [SkippableFact]
    [Trait("Category", "Slow")]
    public void A_disk_that_is_a_function_of_s390_is_known() =>
        IsAsKnown("qemu:virtio-blk?iommu=zpci", cases: 12, QemuVirtioTarget.Blk);

    [SkippableFact]
    [Trait("Category", "Slow")]
    public void A_disk_behind_a_window_of_pseries_is_known() =>
        IsAsKnown("qemu:virtio-blk?iommu=tce", cases: 12, QemuVirtioTarget.Blk);

    [SkippableTheory]
    [InlineData("zpci")]
    [InlineData("tce")]
    public void Every_cell_that_the_platform_has_is_there_and_no_other(string iommu)
    {
        var options = Options("qemu:virtio-rng", ("iommu", iommu));
        QemuInstallation.Require(iommu == "zpci" ? BoardCatalogue.S390 : BoardCatalogue.Pseries);
        using var target = QemuVirtioTarget.Rng(options);
        var seen = ((VirtioCapabilities)target.Capabilities).Configurations
            .Select(one => (one.Mode, Offers: (one.Offered & VirtioFeatures.AccessPlatform) != 0)).ToHashSet();
        foreach (var mode in Enum.GetValues<PlatformMode>())
        {
            foreach (var offers in (bool[])[false, true])
                Assert.Equal((mode, offers, options.Has(mode, offers)), (mode, offers, seen.Contains((mode, offers))));
        }

        Assert.All(options.Row.Missing, missing => Assert.NotEmpty(missing.Reason));
        string[] unrecorded = iommu == "tce" ? ["VIRTIO-FLT-01", "VIRTIO-FLT-02"] : [];
        Assert.Equal(
            unrecorded.Concat(NeedingOtherRings).Order(StringComparer.Ordinal),
            Excluded(target).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("zpci")]
    [InlineData("tce")]
    public void Machines_with_an_agent_are_not_migrated(string iommu) => Assert.Throws<TargetUnavailableException>(
        () => Options("qemu:virtio-rng", ("iommu", iommu), ("migrate", "32")));

    [SkippableFact]
    public void Without_an_IOMMU_what_needs_one_does_not_apply()
    {
        QemuInstallation.Require();
        using var target = QemuVirtioTarget.Rng(Options("qemu:virtio-rng", ("iommu", "none")));
        string[] needing = ["VIRTIO-ADR-01", "VIRTIO-ADR-02", "VIRTIO-CON-02", "VIRTIO-CON-03", "VIRTIO-FLT-01",
            "VIRTIO-FLT-02", .. NeedingOtherRings];
        Assert.Equal(needing, Excluded(target).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [SkippableFact]
    public void A_device_that_never_offers_access_through_the_platform_is_not_asked_for_it()
    {
        QemuInstallation.Require();
        using var target = QemuVirtioTarget.Rng(Options("qemu:virtio-rng", ("iommu_platform", "off")));
        string[] needing = ["VIRTIO-ADR-01", "VIRTIO-CON-02", "VIRTIO-CON-03", "VIRTIO-FLT-01", "VIRTIO-FLT-02",
            .. NeedingOtherRings];
        Assert.Equal(needing, Excluded(target).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public void An_option_that_does_not_exist_is_refused() => Assert.Throws<TargetUnavailableException>(
        () => Options("qemu:virtio-rng", ("iommu", "sometimes")));

    private static IEnumerable<string> Excluded(QemuVirtioTarget target) => Area.Requirements.All
        .Where(requirement => Area.Excludes(requirement, target.Capabilities) is not null)
        .Select(requirement => requirement.Id);

    private static VirtioTargetOptions Options(string target, params (string Name, string Value)[] options) =>
        VirtioTargetOptions.From(
            target, options.Select(option => KeyValuePair.Create(option.Name, option.Value)));

    private static void IsAsKnown(string connection, long cases, Func<VirtioTargetOptions, QemuVirtioTarget> start)
    {
        var parts = connection.Split('?', '=');
        var options = parts.Length > 1 ? Options(parts[0], (parts[1], parts[2])) : Options(connection);
        QemuInstallation.Require(options switch
        {
            { Unit: VirtioTargetOptions.Zpci } => BoardCatalogue.S390,
            { Unit: VirtioTargetOptions.Tce } => BoardCatalogue.Pseries,
            { Unit: VirtioTargetOptions.Smmuv3 } or { Transport: Transport.Mmio or Transport.LegacyMmio } =>
                BoardCatalogue.ArmVirt,
            _ => null,
        });
        var source = new TargetSource(connection, NeedsWorker: true, () => start(options));
        var result = new Campaign(Area, new CampaignSettings { Cases = cases }, null).RunHere(source);
        Assert.Equal((ulong)cases, result.Evidence.CasesRun);
        Findings.None(
            from failure in result.Failures
            let waived = new WaivedTarget(connection, result.Target.Version, IsProduct: true)
            let verdict = FailureVerdict.Of(Area, failure, Waivers, waived)
            where verdict.Verdict.Accuses()
            select verdict.IsPrivate ? $"{verdict.Raw.Text()} of {connection}" : $"{failure.Signature}");
        Assert.All(
            result.Failures.Where(failure => failure.IsMinimal),
            failure => Assert.InRange(failure.Operations.Count, 1, MostOperations));
        if (cases < Telling) return;
        Findings.None(
            from requirement in Area.Requirements.All
            where requirement.Level == Level.Must && Area.Excludes(requirement, result.Capabilities) is null
            where result.Evidence.Hits[requirement.Index] == 0
            select $"{requirement.Id}: {requirement.Statement}");
    }
}
