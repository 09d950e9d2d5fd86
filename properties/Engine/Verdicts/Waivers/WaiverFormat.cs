using System.Globalization;
using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Waivers as text: strict JSON.</summary>
public static class WaiverFormat
{
    /// <summary>The name and version of the written form.</summary>
    public const string Schema = "iospec/waivers/1";

    private static readonly string[] Members = ["schema", "waivers"];

    /// <summary>Reads a file of waivers.</summary>
    /// <param name="utf8">Its bytes.</param>
    /// <param name="fileName">What errors call it.</param>
    /// <param name="isRequirement">Whether there is a requirement with an id.</param>
    /// <returns>The waivers.</returns>
    /// <exception cref="BadInputException">The bytes are no waivers; the message says where and why.</exception>
    public static IReadOnlyList<Waiver> Read(
        ReadOnlySpan<byte> utf8, string fileName, Predicate<string> isRequirement)
    {
        var cursor = new JsonCursor(utf8, fileName);
        var members = new JsonMembers(ref cursor, Members);
        var waivers = new List<Waiver>();
        while (members.Next(ref cursor, out var index))
        {
            if (index == 0) ReadSchema(ref cursor);
            else ReadList(ref cursor, waivers, isRequirement);
        }

        cursor.End();
        return waivers;
    }

    private static void ReadSchema(ref JsonCursor cursor)
    {
        if (cursor.Text() != Schema) throw cursor.Bad($"expected \"{Schema}\"");
    }

    private static void ReadList(ref JsonCursor cursor, List<Waiver> waivers, Predicate<string> isRequirement)
    {
        cursor.EnterList();
        while (cursor.NextItem())
        {
            var waiver = (Waiver)JsonCodec.Read(ref cursor, Shape.Of(typeof(Waiver)))!;
            if (waivers.Exists(w => w.Id == waiver.Id)) throw cursor.Bad($"a second waiver \"{Quoted(waiver.Id)}\"");
            if (ProblemOf(waiver, isRequirement) is { } problem) throw cursor.Bad(problem);
            waivers.Add(waiver);
        }
    }

    private static string? ProblemOf(Waiver waiver, Predicate<string> isRequirement)
    {
        if (waiver.Id.Length == 0) return "\"id\" is empty";
        if (waiver.Target.Length == 0) return "\"target\" is empty";
        if (waiver.Reason.Length == 0) return "\"reason\" is empty";
        if (!isRequirement(waiver.Requirement)) return $"there is no requirement \"{Quoted(waiver.Requirement)}\"";
        if (!waiver.Signature.StartsWith(waiver.Requirement + "/", StringComparison.Ordinal))
            return $"\"signature\" does not begin with \"{Quoted(waiver.Requirement)}/\"";
        if (waiver.Versions?.From is { } from && !VersionRange.IsVersion(from)) return "\"from\" has no number";
        if (waiver.Versions?.Before is { } before && !VersionRange.IsVersion(before)) return "\"before\" has no number";
        return waiver.Expires is { } day && !IsDay(day) ? $"\"expires\" is no day such as \"2030-12-31\"" : null;
    }

    private static bool IsDay(string day) => DateOnly.TryParseExact(
        day, Waiver.DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static string Quoted(string words) => OneLine.Of(words, 60);
}
