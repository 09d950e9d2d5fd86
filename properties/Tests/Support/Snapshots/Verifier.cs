using System.Runtime.CompilerServices;
using System.Text;
using IoSpec.Tests.Support;

namespace VerifyXunit;

/// <summary>Compares text with a file beside the test; stands in for Verify.Xunit until that can be had.</summary>
/// <remarks>
/// The file is <c>Type.Method.verified.txt</c>, the type being the name of the source file. What differs is left as
/// <c>Type.Method.received.txt</c>; renaming that file accepts it.
/// </remarks>
internal static class Verifier
{
    private const string Tests = "properties/Tests/";

    /// <summary>Compares; line ends, a byte order mark and line feeds at the end do not count.</summary>
    /// <param name="target">The text.</param>
    /// <param name="sourceFile">The test's source file; the compiler's.</param>
    /// <param name="method">The test's name; the compiler's.</param>
    /// <returns>When it was compared.</returns>
    /// <exception cref="VerifyException">The text is not that of the file.</exception>
    public static async Task Verify(
        string target, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "")
    {
        var source = Locate(sourceFile.Replace('\\', '/'));
        var stem = $"{source[..source.LastIndexOf('.')]}.{method}";
        var (verified, received) = ($"{stem}.verified.txt", $"{stem}.received.txt");
        var expected = File.Exists(verified) ? await File.ReadAllTextAsync(verified) : null;
        if (expected is not null && Comparable(expected) == Comparable(target))
        {
            File.Delete(received);
            return;
        }

        await File.WriteAllTextAsync(received, Comparable(target) + "\n", new UTF8Encoding(false));
        throw new VerifyException(Explain(expected, Comparable(target), verified, received));
    }

    // A deterministic build replaces what is before the repository's own path.
    private static string Locate(string sourceFile)
    {
        var start = sourceFile.LastIndexOf("/" + Tests, StringComparison.Ordinal);
        return start >= 0
            ? Path.Combine(Repository.Root, sourceFile[(start + 1)..])
            : throw new ArgumentException($"{sourceFile} is not below {Tests}.", nameof(sourceFile));
    }

    private static string Comparable(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n');

    private static string Explain(string? expected, string seen, string verified, string received)
    {
        var files = $"\nReceived: {received}\nVerified: {verified}";
        if (expected is null) return "There is no verified text yet." + files;
        var (before, after) = (Comparable(expected).Split('\n'), seen.Split('\n'));
        var at = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"Line {at + 1} differs:\n- {Line(before, at)}\n+ {Line(after, at)}{files}";
    }

    private static string Line(string[] lines, int at) => at < lines.Length ? lines[at] : "(end of text)";
}

/// <summary>Text that is not what was verified; names both files.</summary>
/// <param name="message">What differs, and the files.</param>
internal sealed class VerifyException(string message) : Exception(message);
