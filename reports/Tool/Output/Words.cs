using System.Globalization;
using IoSpec.Contracts;
using IoSpec.Engine;

namespace IoSpec.Tool.Output;

/// <summary>Numbers and names as people read them.</summary>
internal static class Words
{
    public static string Number(ulong number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Plural(ulong number, string word) => $"{Number(number)} {word}{(number == 1 ? "" : "s")}";

    public static string Duration(double seconds) =>
        seconds.ToString(seconds < 10 ? "0.0" : "0", CultureInfo.InvariantCulture) + " s";

    public static string Share(ulong part, ulong whole) =>
        (whole == 0 ? 0 : 100.0 * part / whole).ToString("0.00", CultureInfo.InvariantCulture) + " %";

    public static string Hexadecimal(ulong number) => $"0x{number:x}";

    /// <summary>The number of a case; of a corpus, below 0; and what was made of it.</summary>
    public static string Case(long index) => FailureSweep.DrawnOf(index).ToText()
        + (FailureSweep.Has(index) ? " with a call that fails" : index < 0 ? " (corpus)" : "");

    /// <summary>Words that a target or a file may have written.</summary>
    public static string Safe(string words) => OneLine.Of(words, 300);

    /// <summary>A target with its version, if it has one.</summary>
    public static string NameAndVersion(this TargetVerdict target) => NameAndVersion(target.Target, target.Version);

    /// <summary>A connection string with a version, if there is one.</summary>
    public static string NameAndVersion(string connection, string version) =>
        Safe($"{connection} {version}".TrimEnd());

    public static string Name(Level level) => level.ToString().ToUpperInvariant();

    public static string Name(Enum value) => value.ToString().ToLowerInvariant();
}
