using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.Link;
using IoSpec.Qemu.Vtd;
using Xunit;

namespace IoSpec.Tests.Qemu.Machine;

[Collection(QemuCollection.Name)]
public sealed class VtdStartTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [SkippableFact]
    public void A_machine_says_what_it_is_and_what_it_can_do()
    {
        using var target = QemuInstallation.Start();
        Assert.Equal("QEMU intel-iommu", target.Identity.Name);
        Assert.Matches(@"^[0-9]+\.[0-9]+\.[0-9]+$", target.Identity.Version);
        var own = Assert.IsType<IommuCapabilities>(target.Capabilities);
        Assert.Equal(39, own.Traits.AddressWidth);
        Assert.Equal((SyncRule.None, SyncRule.Required), (own.Traits.MapSync, own.Traits.UnmapSync));
        Assert.False(own.Traits.NegativeCaching);
        Assert.Equal(
            [0x28u, 0x29u, 0x38u, 0x200u, 0x8200u], own.Devices.Select(d => d.Requester.Value).Order());
        Assert.All(own.Absent.Concat(own.Unreachable), missing => Assert.NotEmpty(missing.Reason));
        Assert.Null(QemuInstallation.ConfigurationOf(target).Problem());
    }

    [SkippableFact]
    public void Options_change_what_it_can_do()
    {
        QemuInstallation.Require();
        var options = VtdOptions.Default with { AddressWidth = 48, CachingMode = true, Queued = false };
        using var target = QemuInstallation.Start(options);
        var own = (IommuCapabilities)target.Capabilities;
        Assert.Equal(48, own.Traits.AddressWidth);
        Assert.Equal((SyncRule.Required, true), (own.Traits.MapSync, own.Traits.NegativeCaching));
        Assert.Contains(own.Unreachable, missing => missing.Feature == IommuFeatures.QueuedInvalidation);
        Assert.False(own.Traits.Features.HasFlag(IommuFeatures.QueuedInvalidation));
    }

    [SkippableFact]
    public void A_program_that_is_not_there_is_unavailable()
    {
        var error = Assert.Throws<TargetUnavailableException>(
            () => VtdTarget.Start(QemuInstallation.On("qemu-of-nowhere")));
        Assert.Contains("qemu-of-nowhere", error.Message, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("cat")]
    public void A_program_that_is_no_QEMU_is_unavailable(string program)
    {
        Skip.If(ProgramSearch.Find(program) is null, $"{program} is missing");
        Assert.Throws<TargetUnavailableException>(
            () => VtdTarget.Start(QemuInstallation.On(program)));
    }

    [SkippableFact]
    public void An_argument_that_QEMU_refuses_is_told()
    {
        QemuInstallation.Require();
        var error = Assert.Throws<TargetUnavailableException>(
            () => VtdTarget.Start(VtdOptions.Default with { AddressWidth = 40 }));
        Assert.Contains("aw-bits", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(error.Message, char.IsControl);
    }

    [SkippableFact]
    public void Nothing_is_left_of_a_machine_that_runs()
    {
        QemuInstallation.Require();
        var before = Folders();
        using var target = QemuInstallation.Start();
        target.Reset(QemuInstallation.ConfigurationOf(target));
        // Others may start machines of theirs meanwhile.
        var isGone = SpinWait.SpinUntil(() => !Folders().Except(before, StringComparer.Ordinal).Any(), Patience);
        Assert.True(isGone, string.Join(' ', Folders()));
    }

    private static List<string> Folders() =>
    [
        .. new[] { Path.GetTempPath(), "/dev/shm" }.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateDirectories(folder, "iospec-qemu-*")),
    ];
}
