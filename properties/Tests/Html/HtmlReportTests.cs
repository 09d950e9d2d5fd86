using System.Text.RegularExpressions;
using IoSpec.Html;
using IoSpec.Tests.Support;
using VerifyXunit;
using Xunit;

namespace IoSpec.Tests.Html;

public sealed class HtmlReportTests
{
    private static readonly Regex Tag = Pattern.Of("<(?<found>/?[a-zA-Z][a-zA-Z0-9]*)");
    private static readonly Regex Id = Pattern.Of(" id=\"(?<found>[^\"]*)\"");
    private static readonly Regex Link = Pattern.Of(" href=\"(?<found>[^\"]*)\"");

    [Theory]
    [MemberData(nameof(HostileWords.All), MemberType = typeof(HostileWords))]
    public void Words_of_a_target_change_their_own_cell_only(string kind, string words)
    {
        Assert.NotEmpty(kind);
        var page = HtmlReport.Of(SampleRun.Small(words));
        Assert.Equal(TagsOf(HtmlReport.Of(SampleRun.Small())), TagsOf(page), StringComparer.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.All(page, c => Assert.True(c is '\n' or >= ' ' and not '\x7f'));
        Assert.InRange(page.Length, 1, 300_000);
    }

    [Fact]
    public void A_page_loads_nothing()
    {
        var page = HtmlReport.Of(SampleRun.Small());
        Assert.All(Link.All(page), link => Assert.True(link is ['#', ..] or "data:,", link));
        foreach (var word in (string[])[" src=", "@import", "url(", "<iframe", "<object", "fetch("])
            Assert.DoesNotContain(word, page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_link_leads_somewhere_and_every_place_is_one()
    {
        var page = HtmlReport.Of(SampleRun.Large(3, 300, 60));
        var ids = Id.All(page).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Findings.None(Link.All(page).Where(link => link[0] == '#').Select(link => link[1..])
            .Except(ids, StringComparer.Ordinal));
    }

    // How long it takes is measured by a run, not by a test: machines are shared.
    [Fact]
    public void A_report_of_everything_is_small_and_the_same_twice()
    {
        var results = SampleRun.Large(10, 300, 200);
        Assert.True(results.Requirements.Select(r => r.Area).Distinct(StringComparer.Ordinal).Count() >= 8);
        Assert.True(results.Failures.Select(f => f.Failure.Area).Distinct(StringComparer.Ordinal).Count() >= 5);
        var page = HtmlReport.Of(results);
        Assert.Equal(page, HtmlReport.Of(SampleRun.Large(10, 300, 200)));
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(page), 1_000_000, 5 << 20);
    }

    [Fact]
    public void Alternatives_are_beside_each_other_with_what_they_break()
    {
        var page = HtmlReport.Of(SampleRun.Small());
        Assert.Contains("10,000 cases", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"right least\"><b>1.000</b>", page, StringComparison.Ordinal);
        Assert.Contains("<td class=\"breaks\"><a href=\"#req-iommu-inv-01\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "id=\"alternatives\"", HtmlReport.Of(SampleRun.Large(1, 9, 2)), StringComparison.Ordinal);
    }

    [Fact]
    public Task A_failure_looks_like_this()
    {
        var page = HtmlReport.Of(SampleRun.Small());
        var start = page.IndexOf("<article class=\"failure", StringComparison.Ordinal);
        var end = page.IndexOf("</article>", start, StringComparison.Ordinal);
        var lines = page[start..end].Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0);
        return Verifier.Verify(string.Join('\n', lines));
    }

    [Fact]
    public void The_counts_have_their_denominators()
    {
        var page = HtmlReport.Of(SampleRun.Small());
        Assert.Contains("1 of 2 targets does not conform", page, StringComparison.Ordinal);
        Assert.Contains("3 of 4 verdicts rest on a test, 1 are untested", page, StringComparison.Ordinal);
        Assert.Contains("The run was interrupted", page, StringComparison.Ordinal);
        Assert.Contains("1 of 2</td>", page, StringComparison.Ordinal);
    }

    private static IEnumerable<string> TagsOf(string page) => Tag.All(page);
}
