using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Targets;
using Xunit;

namespace IoSpec.Tests.Html.Exported;

/// <summary>DIRTY-LOG-02: Of a write to several pages every page is reported.</summary>
public sealed class DirtyLog02PageReportMissing
{
    private const string Target = "reference";

    private const string Text = """
        {
          "schema": "iospec/scenario/1",
          "suite": "0.1.0",
          "area": "dirty",
          "target": "reference",
          "requirement": "DIRTY-LOG-02",
          "signature": "DIRTY-LOG-02/page/report/missing",
          "verdict": "FAIL",
          "minimal": true,
          "seed": "0x1",
          "case": 19,
          "before": 0,
          "configuration": {
            "dialect": "type1",
            "traits": {
              "granule": 0,
              "reportSizes": 1,
              "secondStart": "keeps",
              "refusesWhenOff": false,
              "windows": "any",
              "outlivesMapping": false,
              "startsDirty": false,
              "features": ["overlap"],
              "mostPages": "0x8"
            },
            "writers": ["iommu"]
          },
          "operations": [
            {"kind":"start"},
            {"kind":"map","at":"0x8000003000","pages":"0x8"},
            {"kind":"write","writer":"0x0","at":"0x8000009fff","length":"0x2"},
            {"kind":"report","at":"0x8000003000","pages":"0x8","size":0,"clears":true}
          ],
          "seen": [
            {"kind":"done"},
            {"kind":"done"},
            {"kind":"done"},
            {"kind":"bitmap","dirty":[{"first":"0x6","count":"0x1"}],"guardsHold":true}
          ],
          "allowed": "0x800000a000, written in step 3"
        }
        """;

    [Fact]
    public void Of_a_write_to_several_pages_every_page_is_reported()
    {
        var area = AreaCatalogue.Find("dirty")!;
        var scenario = ScenarioFormat.Read(Text, nameof(Text), id => AreaCatalogue.Find(id)?.Types);

        // For a class of one's own: new TargetSource("mine", NeedsWorker: false, () => new MyTarget()).
        var source = new TargetSource(
            Target, NeedsWorker: false, TargetCatalogue.Find(Target).For(area.Types)!.Open);
        using var bench = new TestBench(area, source, new WorkerCommand("", []));
        var shown = bench.Run(scenario).Violations.Select(v => $"step {v.Step + 1}: {v.Signature}");
        Assert.Empty(shown);
    }
}
