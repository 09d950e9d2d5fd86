using System.IO.Compression;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Packaging;

/// <summary>From an empty folder to the first verdict, with nothing but the packages.</summary>
public sealed class PackageTests
{
    private static readonly string Version = IoSpec.Engine.Suite.Version;
    private static readonly string SuitePackage = $"IoSpec.Suite.{Version}.nupkg";

    [SkippableFact]
    [Trait("Category", "Slow")]
    public void A_user_comes_from_the_packages_to_the_first_verdict()
    {
        Language.Require("python");
        using var packages = new Packages();
        var files = Directory.GetFiles(packages.Feed, "*.nupkg");
        Assert.All(files, HasReadmeIconAndLicense);
        Assert.Contains(Path.Combine(packages.Feed, SuitePackage), files, StringComparer.Ordinal);
        JudgeByTemplate(packages);
        JudgeByTool(packages);
    }

    [Fact]
    public void The_template_asks_for_this_version() => Assert.Contains(
        $"<PackageReference Include=\"IoSpec.Suite\" Version=\"{Version}\" />",
        Repository.Text("properties/Suite/Template/MyIommu.Specs.csproj"), StringComparison.Ordinal);

    // Three commands; what is not implemented yet fails with its requirement.
    private static void JudgeByTemplate(Packages packages)
    {
        var hive = packages["hive"];
        packages.Dotnet(
            0, "new", "install", Path.Combine(packages.Feed, SuitePackage), "--debug:custom-hive", hive);
        packages.Dotnet(0, "new", "iospec", "-n", "MyIommu.Specs", "--debug:custom-hive", hive);
        var output = packages.Dotnet(1, "test", "MyIommu.Specs");
        Assert.Contains("MyIommuSpec  IOMMU-CAP-01", output, StringComparison.Ordinal);
        Assert.Contains("unsupported reason=\"no such operation here\"", output, StringComparison.Ordinal);
    }

    private static void JudgeByTool(Packages packages)
    {
        packages.Dotnet(
            0, "tool", "install", "IoSpec.Tool", "--tool-path", "bin", "--add-source", packages.Feed, "--version",
            Version);
        var tool = Path.Combine(packages["user"], "bin", "iospec");
        packages.Run(0, tool, "harness", "new", "--lang", "python", "mine");
        var output = packages.Run(1, tool, "run", "exec:mine/run", "--cases", "4", "-o", "out");
        Assert.Contains("FAIL  IOMMU-CAP-01", output, StringComparison.Ordinal);
    }

    private static void HasReadmeIconAndLicense(string path)
    {
        using var package = ZipFile.OpenRead(path);
        Assert.NotNull(package.GetEntry("README.md"));
        Assert.NotNull(package.GetEntry("icon.png"));
        var nuspec = package.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal));
        using var reader = new StreamReader(nuspec.Open());
        var text = reader.ReadToEnd();
        Assert.Contains("Apache-2.0", text, StringComparison.Ordinal);
        Assert.Contains("<repository type=\"git\"", text, StringComparison.Ordinal);
    }
}
