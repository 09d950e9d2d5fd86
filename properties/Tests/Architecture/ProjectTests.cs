using System.Text.RegularExpressions;
using System.Xml.Linq;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Architecture;

public sealed class ProjectTests
{
    private static readonly Regex SolutionProject = Pattern.Of("\"(?<found>[^\"]+\\.csproj)\"");

    // What is written into a user's folder is no project of this repository.
    private static readonly string[] Projects =
    [
        .. Repository.Files.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal)
            && !path.StartsWith("properties/Suite/Template/", StringComparison.Ordinal)),
    ];

    public static TheoryData<string> All { get; } = [.. Projects];

    [Fact]
    public void Every_project_is_in_the_table() =>
        Assert.Equal(Rooms.References.Keys, Projects.Select(FolderOf), StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(All))]
    public void A_project_carries_the_name_of_its_room(string project) =>
        Assert.Equal($"{FolderOf(project)}/IoSpec.{Rooms.Of(project)}.csproj", project);

    [Theory]
    [MemberData(nameof(All))]
    public void A_project_refers_to_what_the_design_lets_it_refer_to(string project)
    {
        var references = Items(project, "ProjectReference")
            .Select(include => Path.GetFileNameWithoutExtension(include)["IoSpec.".Length..])
            .Order(StringComparer.Ordinal);
        Assert.Equal(Rooms.References[FolderOf(project)], references, StringComparer.Ordinal);
    }

    [Fact]
    public void Only_tests_refer_to_the_tool_and_nothing_refers_to_tests()
    {
        var users = Rooms.References.Where(row => row.Value.Contains("Tool")).Select(row => row.Key);
        Assert.Equal("properties/Tests", Assert.Single(users));
        Assert.DoesNotContain(Rooms.References, row => row.Value.Contains("Tests"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Unsafe_code_is_allowed_in_the_core_and_at_the_borders_only(string project)
    {
        var allows = XDocument.Parse(Repository.Text(project)).Descendants("AllowUnsafeBlocks").Any();
        Assert.True(!allows || Rooms.Unsafe.Contains(Rooms.Of(project), StringComparer.Ordinal));
    }

    [Fact]
    public void No_property_for_all_projects_allows_unsafe_code() => Assert.DoesNotContain(
        Repository.Files.Where(path => path.EndsWith(".props", StringComparison.Ordinal)),
        path => Repository.Text(path).Contains("AllowUnsafeBlocks", StringComparison.Ordinal));

    [Fact]
    public void The_model_uses_no_package()
    {
        Assert.Empty(Items("model/Contracts/IoSpec.Contracts.csproj", "PackageReference"));
        Assert.Empty(Items("model/Reference/IoSpec.Reference.csproj", "PackageReference"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_versions_of_packages_are_named_centrally_and_locked(string project)
    {
        Assert.DoesNotContain(" Version=", Repository.Text(project), StringComparison.Ordinal);
        Assert.Contains(Repository.Files, path => path == $"{FolderOf(project)}/packages.lock.json");
    }

    [Fact]
    public void The_solution_holds_every_project()
    {
        var listed = SolutionProject.All(Repository.Text("ConformanceSuite.sln"))
            .Select(path => path.Replace('\\', '/')).Order(StringComparer.Ordinal);
        Assert.Equal(Projects.Order(StringComparer.Ordinal), listed, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Items(string project, string kind) =>
        XDocument.Parse(Repository.Text(project)).Descendants(kind).Select(item => item.Attribute("Include")!.Value);

    private static string FolderOf(string project) => project[..project.LastIndexOf('/')];
}
