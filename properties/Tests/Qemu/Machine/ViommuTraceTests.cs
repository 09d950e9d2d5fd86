using System.Text.Json.Nodes;
using IoSpec.Qemu.Boards;
using IoSpec.Qemu.Link;
using IoSpec.Tests.Tool;
using Xunit;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>What the QEMU of this machine traces while it is judged.</summary>
[Collection(QemuCollection.Name)]
public sealed class ViommuTraceTests
{
    [SkippableFact]
    public void What_QEMU_traces_is_judged_as_the_run_was()
    {
        QemuInstallation.Require();
        using var run = new ToolRun();
        var program = ProgramSearch.Find(BoardCatalogue.Of("q35").Program)!;
        var traced = run.Write(
            "qemu",
            $"""
            #!/bin/sh
            case "$*" in
            *-qtest*) exec {program} "$@" -trace 'virtio_iommu_*' -msg timestamp=on -D {run["log"]}.$$ ;;
            *) exec {program} "$@" ;;
            esac

            """);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(traced, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        // So few cases leave something UNTESTED, or do not.
        var exit = run.Run(
            "run", $"qemu:virtio-iommu?bin={traced}", "-a", "iommu", "--cases", "24", "-j", "1", "-o", run["ran"]);
        Assert.Contains(exit, new[] { 0, 5 });
        // The machine of the cases writes most; those that show failures again are short.
        var log = new DirectoryInfo(Path.GetDirectoryName(traced)!).GetFiles("log.*").MaxBy(file => file.Length)!;
        var version = Verdicts(run["ran"]).Version;
        Assert.Equal(0, run.Run(
            "convert", "--from", "qemu-trace", log.FullName, "--to", run["t"], "--target-version", version));
        Assert.Contains("of which 0 without what was seen", run.Output, StringComparison.Ordinal);
        Assert.Equal(5, run.Run("judge", run["t"], "-o", run["judged"]));
        var (ran, judged) = (Verdicts(run["ran"]).All, Verdicts(run["judged"]).All);
        foreach (var (requirement, verdict) in judged.Where(one => one.Value is not ("UNTESTED" or "N/A")))
            Assert.Equal((requirement, ran[requirement]), (requirement, verdict));
        Assert.InRange(judged.Count(one => one.Value == "PASS"), 7, 12);
    }

    private static (string Version, SortedDictionary<string, string> All) Verdicts(string folder)
    {
        var target = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "results.json")))!["targets"]![0]!;
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var requirement in target["requirements"]!.AsArray())
            all[(string)requirement!["id"]!] = (string)requirement["verdict"]!;
        return ((string)target["version"]!, all);
    }
}
