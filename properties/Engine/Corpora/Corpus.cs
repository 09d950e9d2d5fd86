using System.Security.Cryptography;
using System.Text;
using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Scenarios that are kept in a folder: what has failed, and what reaches what no other one does.</summary>
public sealed class Corpus
{
    /// <summary>How many scenarios one may have.</summary>
    public const int Most = (int)-Scenario.LeastCase;

    private const int MostBytes = 16 << 20;

    private Corpus(IReadOnlyList<CorpusEntry> entries, string hash) => (Entries, Hash) = (entries, hash);

    /// <summary>One without scenarios.</summary>
    public static Corpus Empty { get; } = new([], "");

    /// <summary>The scenarios, by name.</summary>
    public IReadOnlyList<CorpusEntry> Entries { get; }

    /// <summary>SHA-256 of all names and bytes, in hexadecimal digits; empty for the one without a folder.</summary>
    public string Hash { get; }

    /// <summary>Reads all scenarios in a folder and in those below it.</summary>
    /// <param name="folder">The folder; of one that is not there, nothing.</param>
    /// <param name="areas">The area with an id; null if there is none.</param>
    /// <returns>The corpus.</returns>
    /// <exception cref="BadInputException">A file is no scenario; the message says where and why.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Corpus Read(string folder, Func<string, Area?> areas)
    {
        var entries = new List<CorpusEntry>();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in NamesIn(folder))
        {
            var path = Path.Combine(folder, name);
            var bytes = Bytes(path);
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{bytes.Length.ToText()}\n"));
            hash.AppendData(bytes);
            entries.Add(new CorpusEntry(name, Of(bytes, path, areas)));
        }

        if (entries.Count > Most) throw new IOException($"a corpus has at most {Most.ToText()} scenarios");
        return new Corpus(entries, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>What is replayed on a target in an area, in this order.</summary>
    /// <param name="area">The area.</param>
    /// <param name="connection">The connection string of the target.</param>
    /// <returns>The scenarios.</returns>
    public IReadOnlyList<CorpusEntry> For(Area area, string connection) =>
        [.. Entries.Where(entry => entry.Scenario.Area == area.Id && entry.IsFor(connection))];

    private static IEnumerable<string> NamesIn(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*" + ScenarioFormat.Extension, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal)
        : [];

    private static byte[] Bytes(string path) => new FileInfo(path).Length <= MostBytes
        ? File.ReadAllBytes(path)
        : throw new IOException($"'{path}' is longer than {(MostBytes >> 20).ToText()} MiB");

    private static Scenario Of(byte[] utf8, string path, Func<string, Area?> areas)
    {
        var scenario = ScenarioFormat.Read(utf8, path, id => areas(id)?.Types);
        return areas(scenario.Area)!.ProblemOf(scenario.Configuration) is { } problem
            ? throw new BadInputException($"configuration: {problem}", 1, 1, "", path)
            : scenario;
    }
}
