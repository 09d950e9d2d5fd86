using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Architecture;

public sealed class NamespaceTests
{
    // Stand-ins have the names of what they stand in for.
    private static readonly string[] StandIns = ["VerifyXunit", "FsCheck.Xunit"];

    private static readonly SourceFile[] Files = [.. Repository.Sources.Select(SourceFile.Read)];

    [Fact]
    public void A_file_s_namespace_is_its_room_and_the_outer_ones_of_its_folders()
    {
        var wrong = Files.Where(file => file.Namespace is { } name
            && !StandIns.Contains(name, StringComparer.Ordinal)
            && !(file.Folders + ".").StartsWith(name + ".", StringComparison.Ordinal));
        Findings.None(wrong.Select(file => file.Path));
    }

    [Fact]
    public void A_file_of_an_area_has_the_namespace_of_the_area()
    {
        var wrong = Files.Where(file => file is { Area: { } area, Namespace: { } name }
            && !name.Split('.').Contains(Rooms.NamespaceOf(area), StringComparer.Ordinal));
        Findings.None(wrong.Select(file => file.Path));
    }

    [Fact]
    public void A_room_names_only_the_rooms_to_its_left()
    {
        var wrong = Files.Where(file => file.Room is { } room && Rooms.Namespaces.ContainsKey(room))
            .SelectMany(file => file.Names
                .Where(name => name.Split('.')[1] is var other && other != file.Room
                    && !Rooms.Namespaces[file.Room!].Contains(other, StringComparer.Ordinal))
                .Select(name => $"{file.Path}: {name}"));
        Findings.None(wrong);
    }

    [Fact]
    public void The_core_shares_nothing_with_the_reference() => Assert.DoesNotContain(
        Files, file => file.Room == "Core" && file.Names.Any(
            name => name.StartsWith("IoSpec.Reference", StringComparison.Ordinal)));

    [Fact]
    public void An_area_names_no_other_area_but_a_host_names_all()
    {
        var wrong = Files.Where(file => file.Area is { } area && area != "Host" && file.Room != "Tests")
            .SelectMany(file => AreasIn(file).Where(area => area != Rooms.NamespaceOf(file.Area!))
                .Select(area => $"{file.Path}: {area}"));
        Findings.None(wrong);
    }

    [Theory]
    [InlineData("Contracts")]
    [InlineData("Reference")]
    [InlineData("Engine")]
    public void What_areas_share_names_no_area(string room)
    {
        var wrong = Files.Where(file => file.Room == room && file.Area is null && AreasIn(file).Any());
        Findings.None(wrong.Select(file => file.Path));
    }

    [Fact]
    public void Namespaces_use_each_other_in_one_direction_only()
    {
        // A room's catalogue lists what every area of the room offers: it is above them, though it lies beside.
        var graph = new NamespaceGraph(Files.Where(file => file.Room is not (null or "Tests")
            && !file.Path.EndsWith("Catalogue.cs", StringComparison.Ordinal)));
        Findings.None(graph.FindCycle());
    }

    [Fact]
    public void A_cycle_of_namespaces_is_found()
    {
        var graph = new NamespaceGraph(
        [
            SourceFile.Parse("model/A/X.cs", "using IoSpec.A.B;\nnamespace IoSpec.A;\nclass Outer;"),
            SourceFile.Parse("model/A/B/Y.cs", "namespace IoSpec.A.B;\n// Outer\nclass Inner;"),
            SourceFile.Parse("model/A/B/Z.cs", "namespace IoSpec.A.B;\nclass Other(Outer outer);"),
        ]);
        Assert.Equal(["IoSpec.A", "IoSpec.A.B", "IoSpec.A"], graph.FindCycle());
    }

    private static IEnumerable<string> AreasIn(SourceFile file) => file.Names
        .SelectMany(name => name.Split('.').Skip(2))
        .Where(part => Rooms.Areas.Select(Rooms.NamespaceOf).Contains(part, StringComparer.Ordinal));
}
