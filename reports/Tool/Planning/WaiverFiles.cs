using IoSpec.Areas;
using IoSpec.Engine;
using IoSpec.Targets;
using IoSpec.Tool.CommandLine;

namespace IoSpec.Tool.Planning;

/// <summary>The waivers of a run: the suite's own and the user's.</summary>
internal static class WaiverFiles
{
    private const int MostBytes = 16 << 20;

    /// <summary>Reads the suite's own waivers and those of a file.</summary>
    /// <param name="path">The file; null for none.</param>
    /// <exception cref="UsageException">The file cannot be read, or has the id of another waiver.</exception>
    /// <exception cref="Contracts.BadInputException">It holds no waivers.</exception>
    public static WaiverBook Read(string? path)
    {
        var own = Parse(KnownWaivers.Read(), KnownWaivers.FileName);
        if (path is null) return new WaiverBook(own);
        var users = ReadOnly(path);
        var twice = users.FirstOrDefault(u => own.Any(o => o.Id == u.Id));
        return twice is null
            ? new WaiverBook([.. own, .. users])
            : throw new UsageException($"{path}: the suite has a waiver '{twice.Id}' of its own");
    }

    /// <summary>Reads the waivers of a file alone.</summary>
    public static IReadOnlyList<Waiver> ReadOnly(string path) => Parse(Bytes(path), path);

    /// <summary>The bytes of a file.</summary>
    public static byte[] Bytes(string path) => InputFile.Read(path, MostBytes);

    /// <summary>Reads waivers.</summary>
    public static IReadOnlyList<Waiver> Parse(byte[] utf8, string name) =>
        WaiverFormat.Read(utf8, name, id => AreaCatalogue.FindRequirement(id) is not null);
}
