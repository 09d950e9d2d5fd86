using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Architecture;

public sealed class FileSizeTests
{
    private const int MostLines = 400;
    private const int MostMedian = 120;
    private const int MostColumns = 120;

    // Only what is one table may be longer.
    private static readonly string[] Tables =
    [
        "model/Contracts/Iommu/IommuRequirements.cs",
        "model/Contracts/Migration/MigrationRequirements.cs",
        "model/Contracts/Pasid/PasidRequirements.cs",
        "model/Contracts/Virtio/VirtioRequirements.cs",
    ];

    [Fact]
    public void A_file_is_at_most_400_lines_long_unless_it_is_a_table()
    {
        var longer = Repository.Sources.Where(path => Repository.Lines(path).Length > MostLines);
        Assert.Equal(Tables, longer, StringComparer.Ordinal);
    }

    [Fact]
    public void Half_of_the_files_are_at_most_120_lines_long()
    {
        var lengths = Repository.Sources.Select(path => Repository.Lines(path).Length).Order().ToList();
        Assert.InRange(lengths[lengths.Count / 2], 1, MostMedian);
    }

    [Fact]
    public void A_line_is_at_most_120_columns_wide()
    {
        var wide = Repository.Sources.SelectMany(path => Repository.Lines(path)
            .Select((line, index) => (line, place: $"{path}:{index + 1}"))
            .Where(pair => pair.line.EnumerateRunes().Count() > MostColumns)
            .Select(pair => pair.place));
        Findings.None(wide);
    }
}
