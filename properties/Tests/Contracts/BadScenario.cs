using System.Text;
using IoSpec.Contracts;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Contracts;

/// <summary>A short scenario of which each test spoils one place.</summary>
internal static class BadScenario
{
    /// <summary>What the errors call it.</summary>
    public const string Name = "bad.scenario.json";

    /// <summary>The scenario, before it is spoiled.</summary>
    public const string Good =
        """
        {
          "schema": "iospec/scenario/1",
          "suite": "0.1.0",
          "area": "iommu",
          "target": "reference",
          "requirement": "",
          "signature": "",
          "verdict": "PASS",
          "minimal": false,
          "seed": "0x2a",
          "case": 0,
          "before": 1,
          "configuration": {
            "traits": {"addressWidth": 48, "leaves": ["size4K", "size2M"], "mapSync": "none", "unmapSync": "required",
              "negativeCaching": false, "scopes": ["everything"], "overlap": "reject", "partialUnmap": "split",
              "writeImpliesRead": false, "tableRights": true, "overInvalidation": "free", "features": [],
              "faults": {"records": 4, "merging": "alike", "showsOverflow": true},
              "mostDomains": 2, "mostMappings": 16, "reserved": []},
            "devices": [],
            "domains": ["0x1", "0x2"],
            "frames": [{"start": "0x40000000", "pages": "0x30"}],
            "cache": {"sets": 1, "ways": 4}
          },
          "operations": [
            {"kind": "createDomain", "domain": "0x1"},
            {"kind": "attach", "requester": "0x8", "pasid": "0x5", "domain": "0x1"},
            {"kind": "invalidate", "scope": {"kind": "ofDomain", "domain": "0x1"}}
          ],
          "seen": [
            {"kind": "done"},
            {"kind": "lost", "loss": "hung", "detail": "é"}
          ],
          "allowed": ""
        }
        """;

    /// <summary>The error of the scenario with one place replaced.</summary>
    /// <param name="place">Text that is there once; an apostrophe stands for a quotation mark.</param>
    /// <param name="spoiled">What takes its place, likewise.</param>
    /// <returns>The message.</returns>
    public static string ErrorOf(string place, string spoiled)
    {
        var (found, put) = (Quoted(place), Quoted(spoiled));
        var at = Good.IndexOf(found, StringComparison.Ordinal);
        if (at < 0 || at != Good.LastIndexOf(found, StringComparison.Ordinal))
            throw new ArgumentException($"{found} is not in the scenario once.", nameof(place));
        return ErrorOf(Encoding.UTF8.GetBytes(Good.Replace(found, put, StringComparison.Ordinal)));
    }

    /// <summary>The error of a text.</summary>
    /// <param name="utf8">The text.</param>
    /// <returns>The message.</returns>
    public static string ErrorOf(byte[] utf8) => Assert.Throws<BadInputException>(
        () => ScenarioFormat.Read(utf8, Name, IommuSamples.TypesOf)).Message;

    /// <summary>The text with quotation marks.</summary>
    /// <param name="text">Text with apostrophes.</param>
    /// <returns>The text.</returns>
    public static string Quoted(string text) => text.Replace('\'', '"');
}
