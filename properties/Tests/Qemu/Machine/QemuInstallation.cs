using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.Boards;
using IoSpec.Qemu.Iommu;
using IoSpec.Qemu.Link;
using IoSpec.Qemu.Vtd;
using Xunit;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>The QEMU of this machine, without which tests are skipped or, where it is required, fail.</summary>
internal static class QemuInstallation
{
    private const string Variable = "IOSPEC_REQUIRE_QEMU";

    private static readonly Lazy<string?> Missing = new(Try);

    /// <summary>Skips the test, with the reason, where QEMU cannot be started.</summary>
    /// <param name="board">The board that is needed; null for the PC.</param>
    public static void Require(Board? board = null)
    {
        var program = board?.Program ?? VtdOptions.Default.Machine.Binary;
        var isThere = ProgramSearch.Find(program) is not null;
        if ((Missing.Value ?? (isThere ? null : $"{program} is missing")) is not { } reason) return;
        Assert.False(Environment.GetEnvironmentVariable(Variable) == "1", $"{Variable}=1, but {reason}");
        Skip.If(true, reason);
    }

    /// <summary>The defaults with another program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="times">How long it may take; null for the default.</param>
    /// <returns>What was chosen.</returns>
    public static VtdOptions On(string program, LinkTimes? times = null)
    {
        var machine = VtdOptions.Default.Machine;
        return VtdOptions.Default with
        {
            Machine = machine with { Binary = program, Times = times ?? machine.Times },
        };
    }

    /// <summary>Starts a target.</summary>
    /// <param name="options">What was chosen; null for the defaults.</param>
    /// <returns>The target.</returns>
    public static QemuIommuTarget Start(VtdOptions? options = null)
    {
        Require();
        return VtdTarget.Start(options ?? VtdOptions.Default);
    }

    /// <summary>The configuration of all cases on a target.</summary>
    /// <param name="target">The target.</param>
    /// <returns>The configuration.</returns>
    public static IommuConfiguration ConfigurationOf(QemuIommuTarget target)
    {
        var own = (IommuCapabilities)target.Capabilities;
        return new IommuConfiguration(
            own.Traits, own.Devices, own.Domains, own.Frames, new IommuCache(Sets: 1, Ways: 1));
    }

    private static string? Try()
    {
        var program = VtdOptions.Default.Machine.Binary;
        if (ProgramSearch.Find(program) is null) return $"{program} is missing";
        try
        {
            VtdTarget.Start(VtdOptions.Default).Dispose();
            return null;
        }
        catch (TargetUnavailableException e)
        {
            return e.Message;
        }
    }
}
