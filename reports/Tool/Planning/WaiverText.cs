using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IoSpec.Engine;

namespace IoSpec.Tool.Planning;

/// <summary>A file of waivers as bytes, to which one is added; all other bytes stay as they are.</summary>
internal static class WaiverText
{
    private const string Unit = "  ";

    private static readonly JsonSerializerOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A file without waivers.</summary>
    public static byte[] Empty { get; } = Encoding.UTF8.GetBytes(
        $"{{\n{Unit}\"schema\": \"{WaiverFormat.Schema}\",\n{Unit}\"waivers\": []\n}}\n");

    /// <summary>The file with a further waiver at the end.</summary>
    /// <param name="file">A file that the suite can read.</param>
    /// <param name="waiver">The waiver.</param>
    public static byte[] Add(byte[] file, Waiver waiver)
    {
        var (first, last, end) = Places(file);
        var list = Encoding.UTF8.GetString(file.AsSpan(first, end - first));
        var newLine = Array.IndexOf(file, (byte)'\r') >= 0 ? "\r\n" : "\n";
        var isFlat = last >= 0 && !list.Contains('\n', StringComparison.Ordinal);
        var indent = isFlat ? "" : IndentOf(list);
        var entry = Entry(waiver, isFlat ? " " : newLine + indent + Unit, isFlat ? " " : newLine + indent);
        var added = last >= 0
            ? "," + (isFlat ? " " : newLine + indent) + entry
            : newLine + indent + entry + newLine + indent[..^Unit.Length];
        var at = last >= 0 ? last : end;
        return [.. file.AsSpan(0, at), .. Encoding.UTF8.GetBytes(added), .. file.AsSpan(at)];
    }

    // Where the list begins, where its last waiver ends (-1 if it has none), and where the list ends.
    private static (int First, int Last, int End) Places(byte[] file)
    {
        var reader = new Utf8JsonReader(file);
        while (!(reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName
            && reader.ValueTextEquals("waivers"))) reader.Read();
        reader.Read();
        var (first, last) = ((int)reader.BytesConsumed, -1);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            reader.Skip();
            last = (int)reader.BytesConsumed;
        }

        return (first, last, (int)reader.TokenStartIndex);
    }

    private static string IndentOf(string list)
    {
        var brace = list.IndexOf('{', StringComparison.Ordinal);
        var line = brace < 0 ? "" : list[(list.LastIndexOf('\n', brace) + 1)..brace];
        return brace >= 0 && string.IsNullOrWhiteSpace(line) ? line : Unit + Unit;
    }

    private static string Entry(Waiver waiver, string before, string end)
    {
        var members = new List<string>
        {
            Member("id", waiver.Id),
            Member("requirement", waiver.Requirement),
            Member("signature", waiver.Signature),
            Member("target", waiver.Target),
        };
        if (waiver.Versions is { } versions) members.Add($"\"versions\": {Range(versions)}");
        members.Add(Member("reason", waiver.Reason));
        members.Add(Member("source", waiver.Source));
        if (waiver.Expires is { } day) members.Add(Member("expires", day));
        return $"{{{before}{string.Join("," + before, members)}{end}}}";
    }

    private static string Range(VersionRange versions)
    {
        List<string> limits = [];
        if (versions.From is { } from) limits.Add(Member("from", from));
        if (versions.Before is { } limit) limits.Add(Member("before", limit));
        return $"{{ {string.Join(", ", limits)} }}";
    }

    private static string Member(string name, string value) =>
        $"\"{name}\": {JsonSerializer.Serialize(value, Readable)}";
}
