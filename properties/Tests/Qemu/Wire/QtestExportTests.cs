using System.Diagnostics;
using IoSpec.Qemu.Wire;
using IoSpec.Tests.Qemu.Machine;
using IoSpec.Tests.Support;
using IoSpec.Tests.Tool;
using Xunit;

namespace IoSpec.Tests.Qemu.Wire;

/// <summary>A known failure of QEMU's VT-d (W-2026-001), shown by QEMU alone.</summary>
[Trait("Category", "Slow")]
public sealed class QtestExportTests : IDisposable
{
    private const string Folder = "properties/Tests/Qemu/Wire";
    private const string Program = "qemu-system-x86_64";

    private static readonly string Failure =
        Path.Combine(Repository.Root, Folder, "blocked-and-not-recorded.scenario.json");

    private static readonly string Disk =
        Path.Combine(Repository.Root, Folder, "feature-that-was-not-offered.scenario.json");

    private readonly ToolRun _run = new();

    [SkippableFact]
    public void A_script_shows_the_failure_on_a_qemu_alone()
    {
        Export("qtest", "failure.sh");
        var (code, output) = Start("sh", [_run["failure.sh"]]);
        Assert.Equal(1, code);
        Assert.Contains("6  readFaults\n", output, StringComparison.Ordinal);
        Assert.Contains("readl 0xfed90034: 0x0000000000000000 (", output, StringComparison.Ordinal);
        Assert.EndsWith("THE FAILURE SHOWS\n", output, StringComparison.Ordinal);
    }

    /// <summary>Without the access that fills the cache the other one is recorded, as it is to be.</summary>
    [SkippableFact]
    public void A_script_says_that_a_qemu_answers_as_is_allowed()
    {
        Export("qtest", "failure.sh");
        var script = File.ReadAllText(_run["failure.sh"]);
        var fourth = script.IndexOf("step 4 ", StringComparison.Ordinal);
        var without = script.Remove(fourth, script.IndexOf("step 5 ", StringComparison.Ordinal) - fourth);
        var (code, output) = Start("sh", [_run.Write("right.sh", without)]);
        Assert.Equal(0, code);
        Assert.Contains("readl 0xfed90034: 0x0000000000000002 (", output, StringComparison.Ordinal);
        Assert.EndsWith("the failure does not show\n", output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_script_without_a_qemu_says_nothing()
    {
        Export("qtest", "failure.sh");
        Assert.Equal(2, Start("sh", [_run["failure.sh"]], ("QEMU", "/bin/false")).Code);
    }

    [SkippableFact]
    public void A_test_in_C_compiles_and_fails_as_long_as_the_failure_shows()
    {
        Skip.If(IoSpec.Qemu.Link.ProgramSearch.Find("gcc") is null, "gcc is missing");
        Export("libqtest-c", "failure.c");
        string[] strict = ["-Wall", "-Wextra", "-Werror", "-Wno-unused-parameter", "-Wno-sign-compare"];
        var include = Path.Combine(Repository.Root, Folder, "include");
        Assert.Equal(
            (0, ""), Start("gcc", [.. strict, "-I", include, _run["failure.c"], "-o", _run["failure"]]));
        var (code, output) = Start(_run["failure"], [], ("QTEST_QEMU_BINARY", Program));
        Assert.NotEqual(0, code);
        Assert.Contains("/iospec/iommu-flt-01", output, StringComparison.Ordinal);
        Assert.Contains("not true: !(same)", output, StringComparison.Ordinal);
    }

    /// <summary>A known failure of QEMU's virtio-blk: a feature that was not offered is settled.</summary>
    [SkippableFact]
    public void A_script_shows_the_failure_of_a_disk()
    {
        Export("qtest", "disk.sh", Disk);
        var (code, output) = Start("sh", [_run["disk.sh"]]);
        Assert.EndsWith("THE FAILURE SHOWS\n", output, StringComparison.Ordinal);
        Assert.Equal(1, code);
        Assert.Equal(2, _run.Run("export", Disk, "--to", "libqtest-c"));
        Assert.Contains("only started by the script", _run.Error, StringComparison.Ordinal);
    }

    /// <summary>On its way out a program says what is no answer, on the same line of communication.</summary>
    [Fact]
    public void A_program_that_ends_shows_that_failure()
    {
        var machine = new WireMachine("a program", "1", ["-M", "none"], 0, []);
        var script = ShellScript.Of(
            new WireTitle("X-LIVE-01", "It goes on.", "an answer", "0"),
            new WireTranscript(machine, [new WireLine.Step(1, "a store"), new WireLine.CheckEnd("exit code 134")]));
        var crashes = _run.Write("crashes", "#!/bin/sh\nread -r line\necho 'Bail out! ERROR:x'\nexit 134\n");
        var answers = _run.Write("answers", "#!/bin/sh\nwhile read -r line; do echo OK; done\n");
        Assert.Equal((0, ""), Start("chmod", ["+x", crashes, answers]));
        var file = _run.Write("end.sh", script);
        Assert.Equal(1, Start("sh", [file], ("QEMU", crashes)).Code);
        Assert.Equal(0, Start("sh", [file], ("QEMU", answers)).Code);
    }

    [Fact]
    public void What_is_no_qemu_is_one_line()
    {
        Assert.Equal(2, _run.Run("export", Failure, "--to", "qtest", "--on", "reference"));
        Assert.EndsWith("the failure does not show on reference\n", _run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _run.Dispose();

    private void Export(string form, string file, string? scenario = null)
    {
        QemuInstallation.Require();
        var code = _run.Run("export", scenario ?? Failure, "--to", form, "-o", _run[file]);
        Skip.If(_run.Error.Contains("does not show", StringComparison.Ordinal), "this QEMU has the failure no more");
        Assert.Equal((0, ""), (code, _run.Error));
    }

    private static (int Code, string Output) Start(
        string program, IReadOnlyList<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }
}
