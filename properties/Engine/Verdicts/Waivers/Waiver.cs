namespace IoSpec.Engine;

/// <summary>A failure of a product that is known and explained.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Requirement">The id of the requirement that is broken.</param>
/// <param name="Signature">The signature of the failure, as a failure prints it.</param>
/// <param name="Target">
/// The connection string of the target; an option that it does not name, such as the program, may be any, and one
/// that it names with <c>!=</c> must not be chosen so.
/// </param>
/// <param name="Versions">The versions of the target that fail; null for all.</param>
/// <param name="Reason">Why it fails, in one line; <see cref="Withheld"/> if nothing about it may be shown.</param>
/// <param name="Source">Where that is discussed or written; may be empty.</param>
/// <param name="Expires">
/// The last day, as <c>2030-12-31</c>, on which nobody has to look at it again; null if it never expires. Later it
/// still waives, so that a date alone breaks no build, and is reported as expired.
/// </param>
public sealed record Waiver(
    string Id,
    string Requirement,
    string Signature,
    string Target,
    VersionRange? Versions,
    string Reason,
    string Source,
    string? Expires)
{
    /// <summary>The reason of a waiver of which nothing but requirement and target is shown.</summary>
    public const string Withheld = "withheld";

    private const string Unlike = "!=";

    /// <summary>How the last day is written.</summary>
    public const string DateFormat = "yyyy-MM-dd";

    /// <summary>Whether nothing about the failure may be shown.</summary>
    public bool IsWithheld => Reason == Withheld;

    /// <summary>Whether it is about a target, of whatever version.</summary>
    /// <param name="connection">The connection string of the target; it may have further options.</param>
    /// <returns>True if it is.</returns>
    public bool IsAbout(string connection)
    {
        var (own, other) = (Target.Split('?', 2), connection.Split('?', 2));
        var chosen = (other.ElementAtOrDefault(1) ?? "").Split('&');
        return own[0] == other[0] && (own.Length == 1 || Array.TrueForAll(own[1].Split('&'), Holds));

        bool Holds(string option) =>
            chosen.Contains(option.Replace(Unlike, "=", StringComparison.Ordinal), StringComparer.Ordinal)
            != option.Contains(Unlike, StringComparison.Ordinal);
    }

    /// <summary>Whether it holds for a target.</summary>
    /// <param name="target">The target.</param>
    /// <returns>True if it does.</returns>
    public bool HoldsFor(WaivedTarget target) =>
        IsAbout(target.Connection) && (Versions?.Contains(target.Version) ?? true);
}

/// <summary>A target as waivers see it.</summary>
/// <param name="Connection">Its connection string.</param>
/// <param name="Version">Its version as it reports it; may be empty.</param>
/// <param name="IsProduct">Whether others use it: how to crash it is nobody's business but its makers'.</param>
public sealed record WaivedTarget(string Connection, string Version, bool IsProduct = false);
