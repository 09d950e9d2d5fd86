using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Targets;

namespace IoSpec.Tool.CommandLine;

/// <summary>What the user wants to know about.</summary>
/// <param name="Areas">The areas.</param>
/// <param name="IsByArea">Whether the user named areas: then a target has to offer them.</param>
/// <param name="Requirements">The ids of the requirements.</param>
internal sealed record Selection(
    IReadOnlyList<Area> Areas, bool IsByArea, IReadOnlySet<string> Requirements)
{
    /// <summary>Reads a selection.</summary>
    /// <param name="areas">Ids of areas; none for all.</param>
    /// <param name="requirements">Ids of requirements, in which a star stands for anything; none for all.</param>
    /// <exception cref="UsageException">One of them is unknown.</exception>
    public static Selection Of(IReadOnlyList<string> areas, IReadOnlyList<string> requirements)
    {
        var chosen = areas.Count == 0 ? AreaCatalogue.All : [.. areas.Select(AreaOf).Distinct()];
        if (requirements.Count == 0)
            return new Selection(chosen, areas.Count > 0, Ids(chosen.SelectMany(a => a.Requirements.All)));
        var wanted = Ids(requirements.SelectMany(RequirementsOf));
        var left = chosen.Where(a => a.Requirements.All.Any(r => wanted.Contains(r.Id))).ToList();
        return left.Count > 0
            ? new Selection(left, areas.Count > 0, wanted)
            : throw new UsageException(
                $"'{string.Join(',', requirements)}' is in none of the areas {string.Join(", ", areas)}");
    }

    public bool Includes(Requirement requirement) => Requirements.Contains(requirement.Id);

    /// <summary>The area with an id.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static Area AreaOf(string id)
    {
        var known = AreaCatalogue.All.Select(a => a.Id).ToList();
        return AreaCatalogue.Find(id) ?? throw new UsageException(
            $"unknown area '{id}'{Hint(id, known, "; areas are " + string.Join(", ", known))}");
    }

    /// <summary>The requirement with an id, in capitals or not.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static Requirement RequirementOf(string id) => RequirementsOf(id) is [var only]
        ? only
        : throw new UsageException($"'{id}' stands for several requirements; name one");

    /// <summary>Kinds of operations of some areas.</summary>
    /// <exception cref="UsageException">One of them is unknown there.</exception>
    public static IReadOnlySet<string> OperationsOf(IReadOnlyList<Area> areas, IReadOnlyList<string> names)
    {
        var known = areas.SelectMany(a => ((Shape.Union)Shape.Of(a.Types.Operation)).Cases).Select(c => c.Name)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var name in names.Where(name => !known.Contains(name)))
        {
            throw new UsageException(
                $"unknown operation '{name}'" + Hint(name, known, "; 'iospec list areas' shows all"));
        }

        return names.ToHashSet(StringComparer.Ordinal);
    }

    private static List<Requirement> RequirementsOf(string pattern)
    {
        var found = AreaCatalogue.Requirements.Where(r => Matches(pattern, r.Id)).ToList();
        return found.Count > 0 ? found : throw new UsageException(
            $"unknown requirement '{pattern}'"
            + Hint(pattern, AreaCatalogue.Requirements.Select(r => r.Id), "; 'iospec list requirements' shows all"));
    }

    private static bool Matches(string pattern, string id) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, id, ignoreCase: true);

    private static string Hint(string word, IEnumerable<string> known, string otherwise) =>
        NearMatch.Hint(word, known) is { Length: > 0 } hint ? hint : otherwise;

    private static HashSet<string> Ids(IEnumerable<Requirement> requirements) =>
        requirements.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
}
