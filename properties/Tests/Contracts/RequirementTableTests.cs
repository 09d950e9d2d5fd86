using System.Reflection;
using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using Xunit;

namespace IoSpec.Tests.Contracts;

public sealed class RequirementTableTests
{
    private const int LongestStatement = 120;

    /// <summary>What other formats of <c>walk</c> demand, and zPCI, TCE or virtio has nothing for.</summary>
    private static readonly string[] NotOfTheirFormat =
    [
        "WALK-ZPCI-CFG-02", "WALK-ZPCI-CFG-03", "WALK-ZPCI-ADR-02", "WALK-ZPCI-FLT-05", "WALK-ZPCI-MRK-01",
        "WALK-TCE-CFG-01", "WALK-TCE-CFG-02", "WALK-TCE-CFG-03", "WALK-TCE-ENT-03", "WALK-TCE-ENT-04",
        "WALK-TCE-ENT-05", "WALK-TCE-ADR-02", "WALK-TCE-INV-02", "WALK-TCE-FLT-01", "WALK-TCE-FLT-02",
        "WALK-TCE-FLT-03", "WALK-TCE-FLT-04", "WALK-TCE-FLT-05", "WALK-TCE-MRK-01",
        "WALK-VIOMMU-CFG-02", "WALK-VIOMMU-CFG-03", "WALK-VIOMMU-ENT-03", "WALK-VIOMMU-ENT-04",
        "WALK-VIOMMU-ENT-05", "WALK-VIOMMU-ADR-02", "WALK-VIOMMU-CMD-02", "WALK-VIOMMU-FLT-01",
        "WALK-VIOMMU-FLT-05", "WALK-VIOMMU-MRK-01", "WALK-VIOMMU-MRK-02",
    ];

    public static TheoryData<string> Areas { get; } = [.. Tables().Select(table => table.Area)];

    [Fact]
    public void The_table_of_every_area_is_found() => Assert.Contains(Tables(), table => table.Area == "iommu");

    [Fact]
    public void Ids_are_unique_over_all_areas()
    {
        var ids = Tables().SelectMany(table => table.All).Select(requirement => requirement.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void An_id_is_the_area_a_group_or_two_and_a_number(string area) => Assert.All(Table(area).All, requirement =>
    {
        Assert.Matches("^[A-Z]+(-[A-Z0-9]+){1,2}-[0-9]{2}$", requirement.Id);
        Assert.StartsWith(area.ToUpperInvariant() + "-", requirement.Id, StringComparison.Ordinal);
    });

    [Theory]
    [MemberData(nameof(Areas))]
    public void A_statement_is_one_short_sentence(string area) => Assert.All(Table(area).All, requirement =>
    {
        Assert.InRange(requirement.Statement.Length, 1, LongestStatement);
        Assert.Matches(@"^(zPCI|[A-Z0-9]).*[^.\s]\.$", requirement.Statement);
        Assert.DoesNotMatch(@"[.!?]\s", requirement.Statement);
        Assert.DoesNotMatch(@"\s\s|[\r\n\t]", requirement.Statement);
    });

    [Theory]
    [MemberData(nameof(Areas))]
    public void No_two_requirements_say_the_same(string area)
    {
        var statements = Table(area).All.Select(requirement => requirement.Statement).ToList();
        Assert.Equal(statements.Count, statements.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void Every_requirement_has_a_source_and_is_graded(string area) => Assert.All(Table(area).All, requirement =>
    {
        Assert.All(requirement.Source.Split(';'), source => Assert.False(string.IsNullOrWhiteSpace(source)));
        Assert.True(Enum.IsDefined(requirement.Basis));
        Assert.True(Enum.IsDefined(requirement.Level));
        Assert.True(Enum.IsDefined(requirement.Axis));
        Assert.True(Enum.IsDefined(requirement.Severity));
    });

    [Theory]
    [MemberData(nameof(Areas))]
    public void A_requirement_knows_its_place_and_is_found_by_its_id(string area)
    {
        var table = Table(area);
        for (var i = 0; i < table.All.Count; i++)
        {
            Assert.Equal((area, i), (table.All[i].Area, table.All[i].Index));
            Assert.Same(table.All[i], table.Find(table.All[i].Id));
        }

        Assert.Null(table.Find("NO-SUCH-00"));
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void The_table_holds_every_requirement_that_is_declared(string area)
    {
        var declared = Catalogues().Single(type => ((RequirementTable)TableOf(type)!.GetValue(null)!).Area == area)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .SelectMany(property => Declared(property.GetValue(null)))
            .Select(requirement => requirement.Id).Except(NotOfTheirFormat, StringComparer.Ordinal);
        Assert.Equal(declared, Table(area).All.Select(requirement => requirement.Id), StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void Every_area_demands_that_a_target_stays_alive(string area) =>
        Assert.NotNull(Table(area).Find(area.ToUpperInvariant() + "-LIVE-01"));

    [Fact]
    public void A_requirement_is_in_one_table_only() => Assert.Throws<InvalidOperationException>(
        () => new RequirementTable("copy", IommuRequirements.Table.All[0]));

    // A property is a requirement, or holds the requirements of one format.
    private static IEnumerable<Requirement> Declared(object? value) => value switch
    {
        Requirement own => [own],
        not null when value.GetType().Name.EndsWith("Requirements", StringComparison.Ordinal) =>
            value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .SelectMany(property => Declared(property.GetValue(value))),
        _ => [],
    };

    private static RequirementTable Table(string area) => Tables().Single(table => table.Area == area);

    private static IEnumerable<RequirementTable> Tables() =>
        Catalogues().Select(type => (RequirementTable)TableOf(type)!.GetValue(null)!);

    private static IEnumerable<Type> Catalogues() => typeof(RequirementTable).Assembly.GetTypes()
        .Where(type => TableOf(type)?.PropertyType == typeof(RequirementTable));

    private static PropertyInfo? TableOf(Type type) =>
        type.GetProperty("Table", BindingFlags.Public | BindingFlags.Static);
}
