using IoSpec.Html.Pages;
using IoSpec.Html.Results;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace IoSpec.Html;

/// <summary>A run as one page that needs nothing else: no network, no script, no font of its own.</summary>
/// <remarks>
/// Equal results give equal bytes. Whatever a target has said is text of the page: components encode it, and
/// <see cref="Words.Wording.Safe"/> has taken out what is not visible.
/// </remarks>
public static class HtmlReport
{
    /// <summary>The page.</summary>
    /// <param name="results">The results.</param>
    /// <param name="mutants">What became of mutants; null if they were not hunted.</param>
    /// <param name="coverage">Where a page about the coverage of code is; null if there is none.</param>
    /// <returns>The text of the page.</returns>
    public static string Of(
        RunResults results, IReadOnlyList<MutantResult>? mutants = null, string? coverage = null)
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(Report.Results)] = results,
            [nameof(Report.Mutants)] = mutants ?? [],
            [nameof(Report.CoverageLink)] = coverage,
        });
        return renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<Report>(parameters);
            return page.ToHtmlString().ReplaceLineEndings("\n");
        }).GetAwaiter().GetResult();
    }
}
