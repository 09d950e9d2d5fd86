using IoSpec.Tests.Support;

namespace IoSpec.Tests.Documentation;

/// <summary>A block of text between fences in a page.</summary>
/// <param name="Page">The path of the page from the root.</param>
/// <param name="Language">What is written behind the first fence.</param>
/// <param name="First">The number of its first line.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record FencedBlock(string Page, string Language, int First, IReadOnlyList<string> Lines)
{
    private const string Fence = "```";
    private const string Prompt = "$ ";

    /// <summary>Whether it shows what is typed and what comes.</summary>
    public bool IsSession => Lines.Count > 0 && Lines[0].StartsWith(Prompt, StringComparison.Ordinal);

    /// <summary>The blocks of a page.</summary>
    /// <param name="page">Its path from the root.</param>
    /// <returns>The blocks in order.</returns>
    public static IEnumerable<FencedBlock> In(string page)
    {
        var lines = Repository.Lines(page);
        for (var at = 0; at < lines.Length; at++)
        {
            if (!lines[at].StartsWith(Fence, StringComparison.Ordinal)) continue;
            var end = Array.FindIndex(lines, at + 1, line => line.StartsWith(Fence, StringComparison.Ordinal));
            yield return new FencedBlock(page, lines[at][Fence.Length..], at + 2, lines[(at + 1)..end]);
            at = end;
        }
    }

    /// <summary>The commands of a session, each with the lines that are to come.</summary>
    /// <returns>The number of the line, the command, what comes.</returns>
    public IEnumerable<(int Line, string Command, IReadOnlyList<string> Expected)> Commands()
    {
        for (var at = 0; at < Lines.Count;)
        {
            var rest = Lines.Skip(at + 1)
                .TakeWhile(line => !line.StartsWith(Prompt, StringComparison.Ordinal)).ToList();
            yield return (First + at, Lines[at][Prompt.Length..], rest);
            at += rest.Count + 1;
        }
    }
}
