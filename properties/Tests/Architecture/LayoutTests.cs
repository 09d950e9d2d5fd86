using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Architecture;

public sealed class LayoutTests
{
    private static readonly string[] Top =
    [
        "CHANGELOG.md", "ConformanceSuite.sln", "LICENSE", "README.md",
        "fixtures", "global.json", "model", "properties", "reports", "runsettings.xml",
    ];

    [Fact]
    public void The_top_level_is_the_one_of_the_design_and_nothing_else()
    {
        var found = Repository.TopLevel().Where(name => name[0] != '.' && !IsDirectoryProps(name));
        Assert.Equal(Top, found, StringComparer.Ordinal);
    }

    [Fact]
    public void Every_folder_below_the_four_rooms_is_one_of_the_design()
    {
        var found = Repository.Files.Select(path => path.Split('/'))
            .Where(parts => parts.Length > 2 && parts[0][0] != '.')
            .Select(parts => $"{parts[0]}/{parts[1]}").Distinct(StringComparer.Ordinal);
        Findings.None(found.Except(Rooms.Folders, StringComparer.Ordinal));
    }

    [Fact]
    public void An_area_s_folder_is_its_name_in_Pascal_case()
    {
        var spelled = Repository.Sources.SelectMany(path => path.Split('/').SkipLast(1))
            .Where(name => Rooms.Areas.Contains(name, StringComparer.OrdinalIgnoreCase));
        Findings.None(spelled.Except(Rooms.Areas, StringComparer.Ordinal));
    }

    [Fact]
    public void Files_that_are_ignored_are_not_listed()
    {
        Assert.Contains(Repository.Files, path => path == "model/Contracts/IScalar.cs");
        Assert.DoesNotContain(Repository.Files, path => path.Split('/').Contains(".artifacts", StringComparer.Ordinal));
        Assert.DoesNotContain(Repository.Files, path => path.Contains(".received.", StringComparison.Ordinal));
        Assert.DoesNotContain(Repository.Files, path => path.StartsWith("reports/out/", StringComparison.Ordinal));
    }

    private static bool IsDirectoryProps(string name) =>
        name.StartsWith("Directory.", StringComparison.Ordinal) && name.EndsWith(".props", StringComparison.Ordinal);
}
