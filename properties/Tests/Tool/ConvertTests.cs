using System.Text.Json.Nodes;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Qemu.Traced;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Tool;

/// <summary>What QEMU traces of its virtio IOMMU, as a trace that can be judged.</summary>
public sealed class ConvertTests
{
    private static readonly string[] Lines = [.. TracedLog.OfGuest().Lines];

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void What_a_guest_did_rightly_passes_as_far_as_it_shows(string end)
    {
        using var run = new ToolRun();
        var log = run.Write("q.log", string.Concat(Lines.Select(line => line + end)));
        Assert.Equal(0, Convert(run, log));
        Assert.Equal(
            $"{run["t"]}: iommu, 2 cases, 19 operations, of which 0 without what was seen\n"
            + "left out: 1 accesses to reserved addresses, 3 events before the first reset\n",
            run.Output);
        Assert.Equal(5, run.Run("judge", run["t"], "-o", run["judged"]));
        Assert.DoesNotContain("FAIL", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "UNTESTED  IOMMU-MAP-04  a recording of this kind cannot show it broken", run.Output,
            StringComparison.Ordinal);
        Assert.Contains("requirements: 7 PASS,", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-> 0x80234", "-> 0x81234", "IOMMU-MAP-03")]
    [InlineData("-> 0xa0008", "-> 0x90008", "IOMMU-INV-06")]
    [InlineData("virt_start=0x1000 virt_end=0x2fff phys", "virt_start=0x1000 virt_end=0x1fff phys", "IOMMU-MAP-02")]
    [InlineData("flags=3", "flags=1", "IOMMU-PRM-01")]
    public void A_planted_violation_is_found(string what, string instead, string requirement)
    {
        using var run = new ToolRun();
        var at = Array.FindIndex(Lines, line => line.Contains(what, StringComparison.Ordinal));
        var planted = Lines.ToArray();
        planted[at] = planted[at].Replace(what, instead, StringComparison.Ordinal);
        Assert.Equal(0, Convert(run, run.Write("q.log", TracedLog.Text(planted))));
        Assert.Equal(1, run.Run("judge", run["t"], "-o", run["judged"]));
        Assert.Contains($"FAIL  {requirement}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_line_is_what_the_schema_of_traces_says_and_what_is_hidden_are_requirements()
    {
        using var run = new ToolRun();
        Assert.Equal(0, Convert(run, run.Write("q.log", TracedLog.Text(Lines))));
        Assert.Equal(0, run.Run("schema", "trace"));
        var schema = new SchemaOf(JsonNode.Parse(run.Output)!);
        var trace = File.ReadAllLines(run["t"]);
        Assert.All(trace, line => Assert.Empty(schema.Problems(JsonNode.Parse(line))));
        trace[0] = trace[0].Replace("IOMMU-MAP-04", "IOMMU-MAP-99", StringComparison.Ordinal);
        Assert.Equal(2, run.Run("judge", run.Write("u", TracedLog.Text(trace)), "-o", run["judged"]));
        Assert.Contains("the area has no requirement \"IOMMU-MAP-99\"", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_a_recording_never_fails_and_what_is_cut_off_is_not_kept()
    {
        var bytes = TracedLog.Bytes(Lines);
        for (var length = 0; length <= bytes.Length; length++)
        {
            if (Read(bytes.AsSpan(0, length)) is not { } history) continue;
            var judge = JudgedHistory.Of(history);
            Assert.Empty(judge.Broken());
            if (length > 0 && bytes[length - 1] != '\n') Assert.NotEmpty(judge.Doubt);
        }

        for (var first = 0; first < Lines.Length; first++)
        {
            if (Read(TracedLog.Bytes(Lines.Skip(first))) is { } history)
                Assert.Empty(JudgedHistory.Of(history).Broken());
        }
    }

    [Theory]
    [InlineData("unmap_done", 0)]
    [InlineData("virtio_iommu_detach ", 2)]
    [InlineData("virtio_iommu_attach", 3)]
    [InlineData("virtio_iommu_translate ", 0)]
    public void Where_it_ends_in_the_middle_of_a_request_its_outcome_is_not_known(string last, int more)
    {
        var at = Array.FindIndex(Lines, line => line.Contains(last, StringComparison.Ordinal));
        if (last != "unmap_done") at++;
        var judge = JudgedHistory.Of(Read(TracedLog.Bytes(Lines.Take(at)))!);
        Assert.EndsWith("what was seen of this operation is not told", judge.Doubt, StringComparison.Ordinal);
        Assert.Empty(JudgedHistory.Of(Read(TracedLog.Bytes(Lines.Take(at + more + 1)))!).Doubt);
    }

    [Fact]
    public void Lines_at_other_places_are_an_error_with_the_place()
    {
        for (var i = 0; i + 1 < Lines.Length; i++)
        {
            var lines = Lines.ToArray();
            (lines[i], lines[i + 1]) = (lines[i + 1], lines[i]);
            var bad = Assert.Throws<BadInputException>(
                () => ViommuTrace.Read(TracedLog.Bytes(lines), "q.log"));
            Assert.StartsWith(
                $"q.log:{(i + 2).ToText()}:1: this was before", bad.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Without_times_nothing_is_said_to_hold()
    {
        using var run = new ToolRun();
        var log = run.Write("q.log", TracedLog.Text(TracedLog.OfGuest(isTimed: false).Lines));
        Assert.Equal(0, Convert(run, log));
        Assert.Contains("incomplete: without times (-msg timestamp=on)", run.Output, StringComparison.Ordinal);
        Assert.Equal(5, run.Run("judge", run["t"], "-o", run["judged"]));
        Assert.DoesNotContain("PASS", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_in_the_file_the_worst_is_an_error_with_its_place()
    {
        var random = new Random(1);
        var whole = TracedLog.Bytes(Lines);
        var errors = 0;
        for (var i = 0; i < 3000; i++)
        {
            var bytes = whole.ToArray();
            for (var spoilt = random.Next(1, 4); spoilt > 0; spoilt--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (Read(bytes) is { } history) JudgedHistory.Of(history);
            else errors++;
        }

        Assert.InRange(errors, 1000, 3000);
    }

    [Theory]
    [InlineData("", ":1:1: no event of a virtio IOMMU is here")]
    [InlineData("1@2.000003:virtio_iommu_attach domain=1 endpoint=x\n", ":1:1: virtio_iommu_attach says something")]
    [InlineData("hello\n1@2.000003:virtio_iommu_eats domain=1\n", ":2:1: there is no event virtio_iommu_eats")]
    [InlineData("1@2.000003:virtio_iommu_attach domain=1 endpoint=2\n", ":1:1: no reset of the device is here")]
    [InlineData("1@2.3:virtio_iommu_attach domain=1 endpoint=2\n", ":1:1: this is no time")]
    public void What_is_no_recording_leaves_nothing_behind(string text, string error)
    {
        using var run = new ToolRun();
        var log = run.Write("q.log", text);
        Assert.Equal(2, Convert(run, log));
        Assert.StartsWith($"iospec: {log}{error}", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(c => c == '\n'));
        Assert.False(File.Exists(run["t"]));
        Assert.False(File.Exists(run["t"] + ".part"));
    }

    [Fact]
    public void A_form_that_is_unknown_and_a_version_that_nobody_tells_are_errors()
    {
        using var run = new ToolRun();
        var log = run.Write("q.log", TracedLog.Text(Lines));
        Assert.Equal(2, run.Run("convert", "--from", "qemu-trac", log, "--to", run["t"]));
        Assert.Contains("unknown form 'qemu-trac'", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, run.Run("convert", "--from", "qemu-trace", log, "--to", run["t"]));
        Assert.Contains("--target-version: no recording tells", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, run.Run(
            "convert", "--from", "qemu-trace", log, "--to", run["t"], "--target", "qemu:virtio-iommu"));
        Assert.Contains("--target-version: no recording tells", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, run.Run("convert", "--from", "qemu-trace", log, "--to", run["t"], "--target-version", "new"));
        Assert.Contains("--target-version: 'new' is no version", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, run.Run("convert", "--from", "qemu-trace", log, "--to", run["t"], "--log", "device"));
        Assert.Contains("--log: qemu-trace shows no log", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, run.Run("convert", "--from", "vfio-user", log, "--to", run["t"]));
        Assert.Contains("vfio-user is made of 2 files", run.Error, StringComparison.Ordinal);
    }

    private static int Convert(ToolRun run, string log) =>
        run.Run("convert", "--from", "qemu-trace", log, "--to", run["t"], "--target", "a guest's");

    private static RecordedHistory? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return ViommuTrace.Read(bytes, "q.log");
        }
        catch (BadInputException)
        {
            return null;
        }
    }
}
