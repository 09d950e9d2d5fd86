using System.Runtime.Versioning;
using IoSpec.Targets;
using Xunit;

namespace IoSpec.Tests.Tool;

public sealed class DoctorTests
{
    [Fact]
    public void Programs_are_found_on_the_path_and_where_the_variable_says_each_once()
    {
        using var run = new ToolRun();
        var (bin, own) = (run["bin"], run["my-qemu"]);
        Directory.CreateDirectory(bin);
        File.CreateSymbolicLink(run["again"], bin);
        File.WriteAllText(own, "");
        foreach (var kind in new[] { "x86_64", "m68k" }) File.WriteAllText($"{bin}/qemu-system-{kind}", "");
        var found = QemuPrograms.Find($"{bin}:{run["again"]}:{run["nowhere"]}", $"{own}:{bin}");
        Assert.Equal([$"{bin}/qemu-system-x86_64", own], found.Select(program => program.Path), StringComparer.Ordinal);
        Assert.Contains($"qemu:vtd?bin={bin}/qemu-system-x86_64", found[0].Connections, StringComparer.Ordinal);
        Assert.DoesNotContain(found[0].Connections, c => c.StartsWith("qemu:smmuv3", StringComparison.Ordinal));
        Assert.Contains($"qemu:virtio-iommu?machine=arm&bin={own}", found[1].Connections, StringComparer.Ordinal);
        var missing = QemuPrograms.Missing(found).Select(program => program.Name);
        Assert.Equal(
            [
                "qemu-storage-daemon", "qemu-system-aarch64", "qemu-system-ppc64", "qemu-system-riscv64",
                "qemu-system-s390x",
            ],
            missing, StringComparer.Ordinal);
    }

    [Theory]
    [UnsupportedOSPlatform("windows")]
    [InlineData("echo 'QEMU emulator version 7.2.22 (Debian)'; echo 'Copyright version 1'", "7.2.22")]
    [InlineData("echo 'something else'", "no version")]
    [InlineData("exit 1", "no version")]
    public void A_program_is_asked_for_its_version(string script, string version)
    {
        using var run = new ToolRun();
        var path = run.Write("qemu", $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Assert.Equal(version, new QemuProgram(path, []).Version());
        var missing = new QemuProgram(run["missing"], []).Version();
        Assert.DoesNotContain("7.2", missing, StringComparison.Ordinal);
    }

    [Fact]
    public void Some_program_is_asked_to_play_every_device()
    {
        var known = TargetCatalogue.Kinds.Single(kind => kind.Name == "qemu").Known;
        var asked = QemuPrograms.Connections.Select(connection => connection.Split('?')[0]);
        Assert.Equal(
            known.Order(StringComparer.Ordinal),
            asked.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_cannot_be_played_is_told_with_the_reason()
    {
        using var run = new ToolRun();
        Assert.Equal(0, run.Run("doctor", "qemu:vtd?bin=/nowhere/qemu", "reference"));
        Assert.Contains("no   qemu:vtd?bin=/nowhere/qemu", run.Output, StringComparison.Ordinal);
        Assert.Contains("/nowhere/qemu is not installed", run.Output, StringComparison.Ordinal);
        Assert.Contains("yes  reference", run.Output, StringComparison.Ordinal);
        Assert.Contains("yes  workers", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, run.Run("doctor", "qmu:vtd"));
    }
}
