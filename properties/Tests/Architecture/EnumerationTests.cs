using System.Text.RegularExpressions;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Architecture;

public sealed class EnumerationTests
{
    // A declaration with its type: a field, a parameter, a local.
    private static readonly Regex Declared = Pattern.Of(
        @"(?<!Sorted)\b(I?ReadOnly|I|Frozen)?(Dictionary|HashSet|Set)<([^<>]|<[^<>]*>)*>\??\s+(?<found>\w+)");

    private static readonly Regex Made = Pattern.Of(
        @"\bvar\s+(?<found>\w+)\s*=[^;]*(new (Dictionary|HashSet)<|\.To(Frozen)?(Dictionary|HashSet|Set)\()");

    private static readonly Regex Uses = Pattern.Of(
        @"\bin\s+(this\.)?(?<found>\w+)(\.Keys|\.Values)?\s*\)"
        + @"|\b(?<found>\w+)\??(\.Keys|\.Values)?\."
        + @"(Select|Where|First|Last|ToArray|ToList|Aggregate|Skip|Take)\w*\(");

    [Fact]
    public void Nothing_that_decides_results_goes_through_a_hash_collection()
    {
        var files = Repository.Sources.Where(path => Rooms.Of(path) is "Contracts" or "Reference" or "Engine");
        Findings.None(files.SelectMany(
            path => Enumerations(Repository.Text(path)).Select(found => $"{path}: {found}")));
    }

    [Theory]
    [InlineData("Dictionary<int, List<int>> _seen = []; foreach (var (k, v) in _seen) Use(k);")]
    [InlineData("private readonly HashSet<int> _seen; void M() { foreach (var s in this._seen) Use(s); }")]
    [InlineData("var seen = new HashSet<int>(); foreach (var s in seen) Use(s);")]
    [InlineData("var seen = all.ToHashSet(); foreach (var s in seen) Use(s);")]
    [InlineData("void M(IReadOnlyDictionary<(int, int), A<B>> seen) { foreach (var s in seen.Keys) Use(s); }")]
    [InlineData("FrozenSet<int>? seen = null; return seen.Select(s => s + 1);")]
    [InlineData("var seen = all.ToDictionary(a => a.Id); return seen.Values.ToArray();")]
    public void Going_through_a_hash_collection_is_found(string code) => Assert.NotEmpty(Enumerations(code));

    [Theory]
    [InlineData("SortedDictionary<int, int> _seen = []; foreach (var (k, v) in _seen) Use(k);")]
    [InlineData("Dictionary<int, int> _seen = []; List<int> all = []; foreach (var a in all) Use(_seen[a]);")]
    [InlineData("HashSet<int> seen = []; if (seen.Contains(1) && seen.Add(2)) return seen.Count;")]
    [InlineData("HashSet<int> seen = []; foreach (var s in seenBefore) Use(s);")]
    [InlineData("HashSet<int> seen = []; foreach (var s in seen.Order()) Use(s);")]
    public void Other_uses_are_fine(string code) => Assert.Empty(Enumerations(code));

    private static IEnumerable<string> Enumerations(string code)
    {
        var names = Declared.All(code).Concat(Made.All(code)).ToHashSet(StringComparer.Ordinal);
        return Uses.All(code).Where(names.Contains);
    }
}
