using System.Diagnostics;
using System.Globalization;
using IoSpec.Areas.Iommu;
using IoSpec.Contracts.Iommu;
using IoSpec.Exec;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Exec;

/// <summary>Whatever a plug-in starts ends with it, and what it may have is limited.</summary>
public sealed class FamilyTests
{
    [Theory]
    [InlineData("sleep 999 & echo $! >> PIDS; exit 1")]
    [InlineData("sleep 999 & echo $! >> PIDS; sleep 999")]
    [InlineData("(sleep 999 & echo $! >> PIDS); exit 1")]
    [InlineData("setsid sh -c 'echo $$ >> PIDS; exec sleep 999' & sleep 999")]
    [InlineData("(setsid sh -c 'echo $$ >> PIDS; exec sleep 999' &); sleep 0.3; exit 1")]
    [InlineData("trap '' TERM HUP INT; echo $$ >> PIDS; while :; do sleep 1; done")]
    public void Children_end_with_the_plug_in(string atWork)
    {
        var folder = Directory.CreateTempSubdirectory("iospec-family-");
        var pids = Path.Combine(folder.FullName, "pids");
        using var plugin = new ShellPlugin(atWork.Replace("PIDS", pids, StringComparison.Ordinal));
        using (var target = (IDisposable)WireCatalogue.Find("iommu")!.Open(plugin.Harness))
        {
            var player = new IommuArea().Play((IoSpec.Contracts.ITarget)target);
            player.Reset(IommuSamples.Configuration);
            Assert.IsType<IoSpec.Contracts.Lost>(player.Apply(new IommuOperation.ReadFaults()));
        }

        var children = File.ReadAllLines(pids).Select(line => int.Parse(line, CultureInfo.InvariantCulture)).ToList();
        Assert.NotEmpty(children);
        Findings.None(children.Where(Lives).Select(id => $"{id} still lives"));
        folder.Delete(recursive: true);
    }

    [Fact]
    public void The_environment_is_cleared_and_memory_is_limited()
    {
        Environment.SetEnvironmentVariable("IOSPEC_TEST_SECRET", "secret");
        using var plugin = new ShellPlugin("env >&2; ulimit -d >&2; exit 1");
        var problem = LossOf(plugin);
        Assert.Equal("exit code 1: 2097152", problem);
        using var other = new ShellPlugin("env | grep -c SECRET >&2; exit 1");
        Assert.Equal("exit code 1: 0", LossOf(other));
    }

    [Fact]
    public void A_flood_of_complaints_is_drained()
    {
        using var plugin = new ShellPlugin(
            "head -c 20000000 /dev/zero >&2; echo '{\"seq\":\"'$n'\",\"seen\":{\"kind\":\"done\"}}'");
        using var target = (IDisposable)WireCatalogue.Find("iommu")!.Open(plugin.Harness);
        var player = new IommuArea().Play((IoSpec.Contracts.ITarget)target);
        player.Reset(IommuSamples.Configuration);
        Assert.IsType<IommuObservation.Done>(player.Apply(new IommuOperation.ClearFaults()));
    }

    private static string LossOf(ShellPlugin plugin)
    {
        using var target = (IDisposable)WireCatalogue.Find("iommu")!.Open(plugin.Harness);
        var player = new IommuArea().Play((IoSpec.Contracts.ITarget)target);
        player.Reset(IommuSamples.Configuration);
        return ((IoSpec.Contracts.Lost)player.Apply(new IommuOperation.ClearFaults())).Detail;
    }

    // A process that is only not waited for yet is dead.
    private static bool Lives(int id)
    {
        for (var i = 0; i < 50; i++)
        {
            try
            {
                using var process = Process.GetProcessById(id);
                if (process.HasExited || File.ReadAllText($"/proc/{id}/stat").Contains(") Z", StringComparison.Ordinal))
                    return false;
            }
            catch (Exception e) when (e is ArgumentException or IOException or InvalidOperationException)
            {
                return false;
            }

            Thread.Sleep(10);
        }

        return true;
    }
}
