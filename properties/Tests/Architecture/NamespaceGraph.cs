namespace IoSpec.Tests.Architecture;

/// <summary>Which namespace uses which.</summary>
/// <remarks>A namespace sees what is declared around it without saying so: there, the names of types count.</remarks>
internal sealed class NamespaceGraph
{
    private readonly SortedDictionary<string, SortedSet<string>> _uses = new(StringComparer.Ordinal);

    /// <summary>Finds the uses.</summary>
    /// <param name="files">The files.</param>
    public NamespaceGraph(IEnumerable<SourceFile> files)
    {
        var known = files.Where(file => file.Namespace is not null)
            .ToLookup(file => file.Namespace!, StringComparer.Ordinal);
        foreach (var group in known)
        {
            var uses = known.Select(other => other.Key).Where(other => other != group.Key
                && group.Any(file => file.Names.Any(name => IsOf(name, other, known)) || Sees(file, other, known)));
            _uses.Add(group.Key, new SortedSet<string>(uses, StringComparer.Ordinal));
        }
    }

    /// <summary>Namespaces each of which uses the next one, the last one being the first again.</summary>
    /// <returns>Empty if there are none.</returns>
    public IReadOnlyList<string> FindCycle()
    {
        var done = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var start in _uses.Keys)
        {
            if (Follow(start, [], done) is { } cycle) return cycle;
        }

        return [];
    }

    private List<string>? Follow(string here, List<string> path, SortedSet<string> done)
    {
        if (path.IndexOf(here) is var at and >= 0) return [.. path[at..], here];
        if (done.Contains(here)) return null;
        foreach (var next in _uses[here])
        {
            if (Follow(next, [.. path, here], done) is { } cycle) return cycle;
        }

        done.Add(here);
        return null;
    }

    // A full name is of the longest namespace that it begins with, so a type's name may follow.
    private static bool IsOf(string name, string other, ILookup<string, SourceFile> known) =>
        name == other || (name.StartsWith(other + ".", StringComparison.Ordinal) && !known.Contains(name));

    private static bool Sees(SourceFile file, string other, ILookup<string, SourceFile> known) =>
        file.Namespace!.StartsWith(other + ".", StringComparison.Ordinal)
        && known[other].SelectMany(outer => outer.Types).Any(file.MentionsType);
}
