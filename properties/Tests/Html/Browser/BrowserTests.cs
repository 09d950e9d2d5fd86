using System.Text.Json.Nodes;
using IoSpec.Tests.Support;
using IoSpec.Tests.Tool;
using Xunit;

namespace IoSpec.Tests.Html.Browser;

/// <summary>A report with failures in a real browser.</summary>
public sealed class BrowserTests
{
    // Words in small letters need a contrast of 4.5 to be read by weak eyes: WCAG 2.2, 1.4.3.
    private const string Contrast = """
        (() => {
          const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const rgba = colour => {
            canvas.clearRect(0, 0, 1, 1);
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
            return [...canvas.getImageData(0, 0, 1, 1).data];
          };
          const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
            .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const behind = e => {
            for (; e; e = e.parentElement) {
              const colour = rgba(getComputedStyle(e).backgroundColor);
              if (colour[3] === 255) return colour;
            }
            return [255, 255, 255, 255];
          };
          const weak = new Set();
          for (const e of document.querySelectorAll('main *, .top *')) {
            const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
            if (!own || e.closest('svg, .unseen, [aria-hidden], .history') || !e.checkVisibility()) continue;
            const [a, b] = [light(rgba(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
            const ratio = (a + 0.05) / (b + 0.05);
            if (ratio < 4.5) weak.add(`${e.tagName}.${e.className} ${ratio.toFixed(2)} ${e.textContent.slice(0, 20)}`);
          }
          return [...weak];
        })()
        """;

    private static readonly string[] Pictures =
        ["sequence", "ladder", "map", "dance", "log", "states", "alternatives"];

    private const string Unnamed = """
        [...document.querySelectorAll('input, select')].filter(e => !e.closest('label')).map(e => e.outerHTML)
          .concat([...document.querySelectorAll('[role=img], [role=region], nav')]
            .filter(e => !e.ariaLabel && !e.getAttribute('aria-labelledby')).map(e => e.outerHTML.slice(0, 80)))
          .concat([...document.querySelectorAll('table')].filter(e => !e.querySelector('th[scope]'))
            .map(e => e.className))
          .concat(document.querySelectorAll('h1').length === 1 ? [] : ['not one h1'])
        """;

    [SkippableFact]
    [Trait("Category", "Slow")]
    public async Task A_report_is_readable_at_any_width_by_day_and_by_night()
    {
        using var run = new ToolRun();
        using var browser = Chromium.Start();
        using var page = await browser.Open();
        var file = ReportOf(run);
        var pictures = new List<string>();
        foreach (var (width, isDark) in ((int, bool)[])[(360, false), (360, true), (1600, false), (1600, true)])
        {
            await page.Show(width, isDark);
            await page.Load(file);
            AssertQuiet(page);
            Assert.InRange((int)(await page.Value("document.documentElement.scrollWidth"))!, 1, width);
            Findings.None(Texts(await page.Value(Contrast)));
            Findings.None(Texts(await page.Value(Unnamed)));
            pictures.Add(Convert.ToBase64String(await page.Picture()));
        }

        Assert.Equal(4, pictures.Distinct(StringComparer.Ordinal).Count());
    }

    [SkippableFact]
    [Trait("Category", "Slow")]
    public async Task The_script_filters_and_opens_what_a_link_names_and_nothing_needs_it()
    {
        using var run = new ToolRun();
        using var browser = Chromium.Start();
        using var page = await browser.Open();
        var file = ReportOf(run);
        await page.Show(1600, isDark: false);
        await page.Load(file);
        const string Rows =
            "[...document.querySelectorAll('#matrix tr[data-text]')].filter(row => row.checkVisibility()).length";
        var all = (int)(await page.Value(Rows))!;
        await page.Value("""
            document.querySelector('[data-filter=matrix] select').value = 'fail';
            document.querySelector('[data-filter=matrix]').dispatchEvent(new Event('input'));
            """);
        Assert.InRange((int)(await page.Value(Rows))!, 1, all - 1);
        await page.Value("location.hash = document.querySelector('details.requirement').id; new Promise(setTimeout)");
        Assert.True((bool)(await page.Value("document.querySelector('details.requirement').open"))!);

        await page.Send("Emulation.setScriptExecutionDisabled", new JsonObject { ["value"] = true });
        await page.Load(file);
        AssertQuiet(page);
        Assert.Equal(all, (int)(await page.Value(Rows))!);
        Assert.True((bool)(await page.Value("document.querySelector('form.filter').hidden"))!);
        Assert.True((bool)(await page.Value("document.querySelector('svg.sequence').checkVisibility()"))!);
    }

    private static string ReportOf(ToolRun run)
    {
        var file = run["report.html"];
        run.Run(
            "run", "reference", "mutant:unmap-forgets-last-page", "mutant:dirty-bits-counted-from-zero",
            "mutant:migration-barrier-left-out", "mutant:vtd-every-access-blocked",
            "mutant:virtio-status-survives-reset", "mutant:zpci-move-pieces-reversed",
            "-a", "iommu,walk,dma,virtio,dirty,migration,zpci", "--cases", "60", "-o", run["out"],
            "--format", $"html={file}");
        var page = File.ReadAllText(file);
        foreach (var picture in Pictures) Assert.Contains($"class=\"{picture}\"", page, StringComparison.Ordinal);
        return file;
    }

    // Nothing in the console, and no request but for the file.
    private static void AssertQuiet(DevTools page)
    {
        string[] loud = ["Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"];
        Findings.None(page.Events.Where(e => loud.Contains((string)e["method"]!, StringComparer.Ordinal))
            .Select(e => e.ToJsonString()));
        Findings.None(page.Events.Where(e => (string)e["method"]! == "Network.requestWillBeSent")
            .Select(e => (string)e["params"]!["request"]!["url"]!)
            .Where(url => !url.StartsWith("file:", StringComparison.Ordinal)
                && !url.StartsWith("data:", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Texts(JsonNode? list) => list!.AsArray().Select(item => (string)item!);
}
