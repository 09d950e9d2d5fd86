using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IoSpec.Areas;
using IoSpec.Engine;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Output;
using IoSpec.Tool.Planning;

namespace IoSpec.Tool.Commands;

/// <summary><c>iospec waivers add</c>: a failure of a run becomes a waiver in a file of the user's.</summary>
internal static class WaiverAddition
{
    private const int MostBytes = 64 << 20;

    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Of(Session session)
    {
        var results = new Argument<string>("results") { Description = "The results.json of a run with the failure." };
        var signature = new Option<string>("--signature") { Description = "The failure's signature.", Required = true };
        var id = new Option<string>("--id") { Description = "The name of the waiver.", Required = true };
        var reason = new Option<string>("--reason")
        {
            Description = $"Why it fails, in one line; '{Waiver.Withheld}' if nothing may be shown.",
            Required = true,
        };
        var source = new Option<string>("--source") { Description = "Where that is written.", Required = true };
        var to = new Option<string>("--to") { Description = "The file; made if it is missing.", Required = true };
        var command = new Command("add", "Adds a failure of a run to a file of waivers.")
        {
            results, signature, id, reason, source, to,
        };
        command.SetAction(parsed => Add(
            session.Output, parsed.GetValue(results)!, parsed.GetValue(to)!,
            new Waiver(
                parsed.GetValue(id)!, "", parsed.GetValue(signature)!, "", null, parsed.GetValue(reason)!,
                parsed.GetValue(source)!, null)));
        return command;
    }

    private static int Add(TextWriter output, string results, string to, Waiver wanted)
    {
        var (target, version, requirement) = Find(results, wanted.Signature);
        var file = File.Exists(to) ? JsonNode.Parse(InputFile.Read(to, MostBytes))! : Empty();
        if (File.Exists(to)) WaiverFiles.ReadOnly(to);
        var entry = new JsonObject
        {
            ["id"] = wanted.Id,
            ["requirement"] = requirement,
            ["signature"] = wanted.Signature,
            ["target"] = target,
            ["reason"] = wanted.Reason,
            ["source"] = wanted.Source,
        };
        if (VersionsOf(version) is { } versions) entry.Insert(4, "versions", versions);
        file["waivers"]!.AsArray().Add((JsonNode)entry);
        var text = file.ToJsonString(Indented) + "\n";

        // What the suite would not read is not written.
        WaiverFormat.Read(Encoding.UTF8.GetBytes(text), to, known => AreaCatalogue.FindRequirement(known) is not null);
        OutputFile.Write(to, text);
        output.WriteLine(Words.Safe($"added {wanted.Id}: {wanted.Signature} of {target} {version} to {to}"));
        return ExitCode.Conforms;
    }

    private static JsonObject Empty() => new() { ["schema"] = "iospec/waivers/1", ["waivers"] = new JsonArray() };

    // From the version that failed up to the next minor one: what comes later has to be looked at again.
    private static JsonObject? VersionsOf(string version)
    {
        var parts = version.Split('.');
        return parts.Length >= 2 && IsNumber(parts[0], out _) && IsNumber(parts[1], out var minor)
            ? new JsonObject { ["from"] = $"{parts[0]}.{parts[1]}", ["before"] = $"{parts[0]}.{minor + 1}" }
            : null;
    }

    private static bool IsNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static (string Target, string Version, string Requirement) Find(string path, string signature)
    {
        try
        {
            using var document = JsonDocument.Parse(InputFile.Read(path, MostBytes));
            foreach (var target in document.RootElement.GetProperty("targets").EnumerateArray())
            {
                foreach (var failure in target.GetProperty("failures").EnumerateArray())
                {
                    if (failure.GetProperty("signature").GetString() != signature) continue;
                    return (
                        target.GetProperty("target").GetString()!, target.GetProperty("version").GetString()!,
                        failure.GetProperty("requirement").GetString()!);
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException
            or InvalidOperationException)
        {
            throw new UsageException($"{path}: these are no results of a run: {exception.Message}");
        }

        throw new UsageException($"{path}: no failure has the signature '{signature}'");
    }
}
