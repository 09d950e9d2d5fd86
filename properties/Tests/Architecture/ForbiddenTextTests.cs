using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Architecture;

public sealed class ForbiddenTextTests
{
    private static readonly string[] Texts = [.. Repository.Files.Where(IsText)];

    // Each pattern is spelled so that it does not find itself.
    public static TheoryData<string, string> Forbidden { get; } = new()
    {
        { "work that is left undone", @"\bT[O]DO\b|\bFIX[M]E\b|\bNotImplemented[E]xception\b" },
        { "a folder of one machine", @"(?<![\w.*~<-])/(?:h[o]me|r[o]ot|w[o]rk|Us[e]rs)(?![\w-])|/tmp/b[a]sh" },
        { "a folder of one machine", @"\b[A-Z]:\\Us[e]rs\\" },
        { "a host that serves packages", @"\b(?:n[u]get|n[p]mjs|p[y]pi|cr[a]tes|deb[i]an|docker)\.(?:org|io|com)\b" },
        { "a host that serves packages", @"://[\w.-]*(?:registr|mirror|pr[o]xy|artif[a]ct|n[e]xus)[\w.-]*" },
        { "an address of one network", @"://(?:l[o]calhost|\d+\.\d+\.\d+\.\d+)" },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void No_text_of_the_repository_names(string what, string pattern)
    {
        var regex = Pattern.Of(pattern);
        var found = Texts.SelectMany(path => Repository.Lines(path)
            .Select((line, index) => (line, place: $"{path}:{index + 1}"))
            .Where(pair => regex.IsMatch(pair.line))
            .Select(pair => $"{what}: {pair.place}: {pair.line.Trim()}"));
        Findings.None(found);
    }

    [Fact]
    public void Lines_end_with_a_line_feed_only() =>
        Findings.None(Texts.Where(path => Repository.Text(path).Contains('\r', StringComparison.Ordinal)));

    private static bool IsText(string path)
    {
        using var file = File.OpenRead(Path.Combine(Repository.Root, path));
        var start = new byte[8192];
        return !start.AsSpan(0, file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)).Contains((byte)0);
    }
}
