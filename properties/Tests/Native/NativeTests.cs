using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Native;
using IoSpec.Native.Iommu;
using IoSpec.Tests.Support;
using IoSpec.Tests.Tool;
using Xunit;

namespace IoSpec.Tests.Native;

/// <summary>Shared libraries: what cannot be loaded, and what a plug-in is asked and may answer.</summary>
public sealed class NativeTests
{
    [SkippableTheory]
    [InlineData("sizeof table, 2, \"\", \"\", NULL, begin, end, reset, apply", "is made for version 2 of iospec.h")]
    [InlineData("56, IOSPEC_VERSION, \"\", \"\", NULL, begin, end, reset, apply", "has 56 bytes; 64 are needed")]
    [InlineData("sizeof table, IOSPEC_VERSION, \"\", \"\", NULL, begin, end, reset, NULL", "lacks a function")]
    [InlineData(
        "sizeof table, IOSPEC_VERSION, \"tiny\", \"\", \"{\\\"traits\\\":1}\", begin, end, reset, apply",
        "the capabilities of tiny: capabilities:1:11: traits: expected an object")]
    public void A_table_that_is_made_for_another_suite_is_refused_in_one_line(string table, string reason)
    {
        using var library = new BuiltLibrary("", table);
        Refused(library.Path, reason);
    }

    [SkippableFact]
    public void A_plug_in_that_does_not_open_says_why()
    {
        using var library = new BuiltLibrary("", atOpen: "host->log(host->context, \"no\\nluck\"); return NULL;");
        Refused(library.Path, "does not open: no\\u{a}luck");
    }

    [SkippableTheory]
    [InlineData("exit(9);", "the process ended with code 9")]
    [InlineData("abort();", "the process ended with code 134")]
    public void A_plug_in_that_ends_the_process_when_it_is_opened_is_unavailable(string atOpen, string reason)
    {
        using var library = new BuiltLibrary("", atOpen: atOpen + " return (void *)host;");
        Refused(library.Path, reason);
    }

    [SkippableFact]
    public void A_library_without_the_functions_is_refused()
    {
        Language.Require("native");
        using var run = new ToolRun();
        BuiltLibrary.Compile(run["empty.so"], ["-shared", "-fPIC"], "int nothing(void) { return 0; }");
        Refused(run["empty.so"], "has no function iospec_dirty or iospec_iommu");
        Refused(run.Write("text.so", "text"), "is no shared library of 64 bits");
        Refused(run["missing.so"], "there is no file");
    }

    [Fact]
    public void A_connection_without_a_path_is_refused()
    {
        using var run = new ToolRun();
        Assert.Equal(2, run.Run("run", "native:"));
        Assert.Equal(2, run.Run("run", "mine/device.so"));
        Assert.Contains("did you mean 'native:mine/device.so'?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_broken_is_no_library()
    {
        var whole = File.ReadAllBytes(Environment.ProcessPath!);
        var random = new SmallRandom(1);
        for (var i = 0; i < 300; i++)
        {
            var bytes = whole.AsSpan(0, Math.Min(whole.Length, 1 << 16)).ToArray();
            for (var flips = 0; flips < 8; flips++) bytes[random.Below(256)] = (byte)random.Below(256);
            ExportedNames.Read(bytes.AsSpan(0, random.Below(bytes.Length)));
        }

        Assert.Null(ExportedNames.Read([]));
    }

    [SkippableFact]
    public void Memory_is_the_plug_ins_own_until_the_next_reset_and_time_passes_with_operations()
    {
        using var library = new BuiltLibrary("""
            uint64_t was = 0, number = 42, edge = UINT64_MAX - 3;
            if (host->read(host->context, 0xffc, &was, 8) || host->write(host->context, 0xffc, &number, 8)) return 1;
            if (host->write(host->context, edge, &number, 4) || !host->write(host->context, edge, &number, 5)) return 2;
            seen->kind = IOSPEC_IOMMU_TRANSFERRED;
            seen->count = 2;
            seen->pieces[0] = (iospec_piece){ was, host->time(host->context), 7, IOSPEC_BLOCKED, 0 };
            seen->pieces[1] = (iospec_piece){ 1, 2, 3, IOSPEC_STRAY, 0 };
            """);
        using var target = new NativeIommu(library.Path);
        Assert.Equal(new TargetIdentity("tiny", "1"), target.Identity);
        Assert.Null(target.Capabilities);
        for (var reset = 0; reset < 2; reset++)
        {
            target.Reset(IommuSamples.Configuration);
            Assert.Equal((0ul, 1000ul), First(target));
            Assert.Equal((42ul, 2000ul), First(target));
        }
    }

    [SkippableTheory]
    [InlineData("return 7;", Loss.Threw, "it returned 7")]
    [InlineData("host->log(host->context, \"stuck\"); return -1;", Loss.Threw, "it returned -1: stuck")]
    [InlineData("seen->kind = 0;", Loss.Garbage, "the observation has no kind")]
    [InlineData("seen->kind = 77;", Loss.Garbage, "77 is no iospec_iommu_answer")]
    [InlineData("seen->kind = IOSPEC_IOMMU_REFUSED; seen->reason = 99;", Loss.Garbage, "99 is no iospec_refusal")]
    [InlineData("seen->kind = IOSPEC_IOMMU_TRANSFERRED; seen->count = 8193;", Loss.Garbage, "there are 8193 items")]
    [InlineData("seen->kind = IOSPEC_IOMMU_INTERRUPTED; seen->flag = 2;", Loss.Garbage, "the flag is 2")]
    public void An_answer_that_is_none_is_told(string atWork, Loss kind, string detail)
    {
        using var library = new BuiltLibrary(atWork);
        using var target = new NativeIommu(library.Path);
        target.Reset(IommuSamples.Configuration);
        var lost = Assert.Throws<TargetLostException>(() => target.Apply(new IommuOperation.ReadFaults()));
        Assert.Equal(kind, lost.Kind);
        Assert.Contains(detail, lost.Message, StringComparison.Ordinal);
    }

    private static (ulong Was, ulong Time) First(NativeIommu target)
    {
        var seen = (IommuObservation.Transferred)target.Apply(new IommuOperation.ReadFaults());
        Assert.Equal(new Piece(new ByteCount(1), new ByteCount(2), PieceOutcome.Stray, new Gpa(3)), seen.Pieces[1]);
        return (seen.Pieces[0].Offset.Value, seen.Pieces[0].Length.Value);
    }

    private static void Refused(string path, string reason)
    {
        using var run = new ToolRun();
        Assert.Equal(3, run.Run("run", $"native:{path}", "-a", "iommu", "-o", run["out"]));
        Assert.Contains(reason, run.Error + run.Output, StringComparison.Ordinal);
    }
}
