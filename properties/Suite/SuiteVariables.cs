using System.Globalization;

namespace IoSpec.Suite;

/// <summary>The environment variables that say how much is tested; <c>runsettings.xml</c> can set them.</summary>
internal static class SuiteVariables
{
    /// <summary>How much: <c>smoke</c>, <c>ci</c> or <c>nightly</c>.</summary>
    public static string? Profile => Text("IOSPEC_PROFILE");

    /// <summary>How many sequences of a campaign, or values of a property, instead.</summary>
    public static int? Cases => Text("IOSPEC_CASES") is { } cases
        ? int.Parse(cases, CultureInfo.InvariantCulture)
        : null;

    /// <summary>The seed of the run.</summary>
    public static ulong? Seed => Text("IOSPEC_SEED") is { } seed ? Number(seed) : null;

    /// <summary>The name of the variable below.</summary>
    public const string ReplayName = "IOSPEC_REPLAY";

    /// <summary>The one value that a property is tried with.</summary>
    public static string? Replay => Text(ReplayName);

    /// <summary>Where the scenarios of failures are written.</summary>
    public static string Output => Text("IOSPEC_OUT") ?? Path.Combine(AppContext.BaseDirectory, "iospec");

    /// <summary>A number as people write it.</summary>
    /// <param name="text">Decimal digits, or hexadecimal ones after <c>0x</c>.</param>
    /// <returns>The number.</returns>
    public static ulong Number(string text) => text.StartsWith("0x", StringComparison.Ordinal)
        ? ulong.Parse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        : ulong.Parse(text, CultureInfo.InvariantCulture);

    private static string? Text(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
        ? value
        : null;
}
