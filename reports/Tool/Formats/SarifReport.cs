using System.Text.Json;
using IoSpec.Areas;
using IoSpec.Engine;
using IoSpec.Html.Results;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Formats;

/// <summary>A run as SARIF 2.1.0: a rule for each requirement that was broken, a result for each failure.</summary>
/// <remarks>The signature with the target is the fingerprint, so that a failure stays one from run to run.</remarks>
internal static class SarifReport
{
    private const string Version = "2.1.0";
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";
    private const string Fingerprint = "iospecSignature/v1";

    public static string Of(RunResults results) => JsonText.Of(writer =>
    {
        var rules = results.Failures.Select(pair => pair.Failure.Requirement)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        writer.WriteStartObject();
        writer.WriteString("$schema", Schema);
        writer.WriteString("version", Version);
        writer.Objects("runs", [results], run =>
        {
            writer.Object("tool", () => writer.Object("driver", () =>
            {
                writer.WriteString("name", "IoSpec");
                writer.WriteString("version", Words.Safe(run.Suite));
                writer.Objects("rules", rules, rule => Rule(writer, rule));
            }));
            writer.Objects("invocations", [run], _ =>
            {
                writer.WriteNumber("exitCode", run.Exit);
                writer.WriteBoolean(
                    "executionSuccessful", run.Exit is ExitCode.Conforms or ExitCode.NonConformance);
            });
            writer.WriteString("columnKind", "utf16CodeUnits");
            writer.Objects("results", run.Failures, pair => Result(writer, rules, pair.Target, pair.Failure));
        });
        writer.WriteEndObject();
    });

    private static void Rule(Utf8JsonWriter writer, string id)
    {
        writer.WriteString("id", Words.Safe(id));
        writer.Object("shortDescription", () => writer.WriteString("text", ResultText.StatementOf(id)));
        if (AreaCatalogue.FindRequirement(id) is not { } known) return;
        writer.Object("help", () => writer.WriteString("text", $"{known.Source} ({Words.Name(known.Basis)})"));
        writer.Object("defaultConfiguration", () => writer.WriteString("level", known.Fails ? "error" : "warning"));
        writer.Object("properties", () =>
        {
            writer.WriteString("area", known.Area);
            writer.WriteString("axis", Words.Name(known.Axis));
            writer.WriteString("severity", Words.Name(known.Severity));
            writer.WriteStartArray("tags");
            writer.WriteStringValue(known.Area);
            writer.WriteStringValue(Words.Name(known.Axis));
            writer.WriteEndArray();
        });
    }

    private static void Result(Utf8JsonWriter writer, List<string> rules, TargetResult target, FailureResult failure)
    {
        writer.WriteString("ruleId", Words.Safe(failure.Requirement));
        writer.WriteNumber("ruleIndex", rules.IndexOf(failure.Requirement));
        var isError = failure.Verdict.Accuses() || failure.Verdict == Verdict.Error;
        writer.WriteString("level", isError ? "error" : "warning");
        writer.Object("message", () => writer.WriteString("text", $"{target.Name}: {ResultText.LineOf(failure)}"));
        writer.Objects("locations", [failure], _ =>
        {
            if (failure.Path is { } path)
            {
                writer.Object("physicalLocation", () => writer.Object(
                    "artifactLocation", () => writer.WriteString("uri", UriOf(path))));
            }

            writer.Objects("logicalLocations", [target], _ =>
            {
                writer.WriteString("name", Words.Safe(target.Target));
                writer.WriteString("fullyQualifiedName", target.Name);
                writer.WriteString("kind", "module");
            });
        });
        if (!failure.IsHidden)
        {
            writer.Object("partialFingerprints", () => writer.WriteString(
                Fingerprint, $"{Words.Safe(failure.Signature)} {Words.Safe(target.Target)}"));
        }

        if (failure.Waiver is { } waiver)
        {
            writer.Objects("suppressions", [waiver], _ =>
            {
                writer.WriteString("kind", "external");
                writer.WriteString("justification", $"{Words.Safe(waiver.Id)}: {Words.Safe(waiver.Reason)}");
            });
        }

        writer.Object("properties", () => writer.WriteString("verdict", failure.Counted.Text()));
    }

    private static string UriOf(string path) =>
        string.Join('/', Words.Safe(path).Split('/', '\\').Select(Uri.EscapeDataString));
}
