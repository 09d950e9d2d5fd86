using System.Diagnostics;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Native;

/// <summary>A plug-in of a few lines of C for the area <c>iommu</c>.</summary>
internal sealed class BuiltLibrary : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("iospec-native-");

    /// <summary>Builds it.</summary>
    /// <param name="atWork">What it does when it is asked for an operation; <c>seen</c> takes the answer.</param>
    /// <param name="table">The members of its table, in their order.</param>
    /// <param name="atOpen">What it does when it is opened.</param>
    public BuiltLibrary(
        string atWork,
        string table = "sizeof table, IOSPEC_VERSION, \"tiny\", \"1\", NULL, begin, end, reset, apply",
        string atOpen = "return (void *)host;")
    {
        Language.Require("native");
        Compile(Path, ["-shared", "-fPIC"], $$"""
            #include "iospec.h"
            #include <stdio.h>
            #include <stdlib.h>
            #include <string.h>
            #include <unistd.h>
            static void *begin(const iospec_host *host) { {{atOpen}} }
            static void end(void *self) { (void)self; }
            static int32_t reset(void *self, const iospec_iommu_configuration *c) { (void)self, (void)c; return 0; }
            static int32_t apply(void *self, const iospec_iommu_operation *op, iospec_iommu_observation *seen)
            {
                const iospec_host *host = self;
                (void)host, (void)op;
                seen->kind = IOSPEC_IOMMU_DONE;
                {{atWork}}
                return 0;
            }
            const iospec_iommu_plugin *iospec_iommu(void)
            {
                static const iospec_iommu_plugin table = { {{table}} };
                (void)begin, (void)end, (void)reset, (void)apply;
                return &table;
            }
            """);
    }

    /// <summary>Its path.</summary>
    public string Path => System.IO.Path.Combine(_folder.FullName, "plugin.so");

    /// <summary>Compiles C that includes <c>iospec.h</c>.</summary>
    /// <param name="path">The result.</param>
    /// <param name="options">What else the compiler is told.</param>
    /// <param name="source">The text.</param>
    public static void Compile(string path, string[] options, string source)
    {
        File.WriteAllText(path + ".c", source);
        var start = new ProcessStartInfo("cc", [
            "-std=gnu11", "-Wall", "-Wextra", "-Werror", "-Wno-unused-result", "-Wno-infinite-recursion",
            "-I", System.IO.Path.Combine(Repository.Root, "fixtures/Native"), .. options, path + ".c", "-o", path])
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var compiler = Process.Start(start)!;
        var complaints = compiler.StandardError.ReadToEnd();
        compiler.WaitForExit();
        Assert.True(compiler.ExitCode == 0, complaints);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
