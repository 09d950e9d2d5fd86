using System.Text.RegularExpressions;
using IoSpec.Mutants;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Zoo;

public sealed partial class ZooTests
{
    private static readonly string[] Known = [.. MutantCatalogue.All.Select(mutant => mutant.Id)];

    [Fact]
    public void Every_catalogued_bug_is_a_mutant_or_has_a_reason_why_it_cannot_be_one()
    {
        Assert.Equal(171, ZooEntry.All.Count);
        Findings.None(ZooEntry.All
            .Where(entry => entry.Mutants.Count > 0 == entry.Reason is not null
                || entry.Reason is null != entry.Needs is null)
            .Select(entry => entry.Id));
    }

    [Fact]
    public void Every_bug_is_told_in_a_sentence_and_has_a_reference()
    {
        Findings.None(ZooEntry.All
            .Where(entry => !entry.Bug.EndsWith('.') || entry.Reference.Length == 0
                || entry.Reason?.EndsWith('.') == false)
            .Select(entry => entry.Id));
        Findings.None(MutantCatalogue.All.Where(mutant => mutant.Reference.Length == 0).Select(mutant => mutant.Id));
    }

    [Fact]
    public void Every_id_is_of_one_bug_alone()
    {
        Findings.None(ZooEntry.All.GroupBy(entry => entry.Id, StringComparer.Ordinal)
            .Where(group => group.Count() > 1 || !CatalogueId().IsMatch(group.Key))
            .Select(group => group.Key));
    }

    [Fact]
    public void Every_mutant_that_a_bug_names_exists() => Findings.None(ZooEntry.All
        .SelectMany(entry => entry.Mutants.Except(Known, StringComparer.Ordinal).Select(id => $"{entry.Id}: {id}")));

    [Fact]
    public void Every_unusual_implementation_that_a_bug_names_exists() => Findings.None(ZooEntry.All
        .SelectMany(entry => entry.Unusual
            .Except(UnusualCatalogue.All.Select(unusual => unusual.Id), StringComparer.Ordinal)
            .Select(id => $"{entry.Id}: {id}")));

    [Fact]
    public void A_mutant_that_refers_to_a_bug_is_named_by_it()
    {
        var bugs = ZooEntry.All.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
        Findings.None(MutantCatalogue.All.SelectMany(mutant => CatalogueId().Matches(mutant.Reference)
            .Where(match => bugs.GetValueOrDefault(match.Value) is not { } bug
                || !bug.Mutants.Contains(mutant.Id, StringComparer.Ordinal))
            .Select(match => $"{mutant.Id}: {match.Value}")));
    }

    [GeneratedRegex(
        @"\b(?:MAP|INV|FLT|VRQ|TLB|FQ|MIG|DRT|PAS|ZPC|CFG|P2P|IRM)-\d+\b", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex CatalogueId();
}
