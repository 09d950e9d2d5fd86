using System.Globalization;
using IoSpec.Engine;

namespace IoSpec.Tool.CommandLine;

/// <summary>Values as they are written on a command line.</summary>
internal static class Values
{
    private const long MostCount = 1_000_000_000_000;
    private const long MostEvaluations = 10_000_000;
    private const long MostSwept = 100_000;
    private const int MostJobs = 256;
    private const int MostSeeds = 1000;
    private static readonly TimeSpan MostTime = TimeSpan.FromDays(30);

    private static readonly (string Unit, TimeSpan Length)[] Units =
    [
        ("ms", TimeSpan.FromMilliseconds(1)),
        ("s", TimeSpan.FromSeconds(1)),
        ("m", TimeSpan.FromMinutes(1)),
        ("h", TimeSpan.FromHours(1)),
    ];

    public static long Count(string text) => Whole(text, MostCount);

    public static long Evaluations(string text) => Whole(text, MostEvaluations);

    public static long Swept(string text) => Whole(text, MostSwept);

    public static int Jobs(string text) => (int)Whole(text, MostJobs);

    public static int Percent(string text) => (int)Whole(text, 100);

    /// <summary>Decimal digits, or hexadecimal ones after <c>0x</c>.</summary>
    public static ulong Seed(string text)
    {
        var isHexadecimal = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        var digits = isHexadecimal ? text[2..] : text;
        var style = isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return ulong.TryParse(digits, style, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : throw new UsageException($"'{text}' is no seed: expected a number of 64 bits such as 7 or 0x1f");
    }

    /// <summary>One seed, or the first and the last of several with two dots.</summary>
    public static SeedRange Seeds(string text)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        var first = Seed(dots < 0 ? text : text[..dots]);
        var last = dots < 0 ? first : Seed(text[(dots + 2)..]);
        return last >= first && last - first < MostSeeds
            ? new SeedRange(first, (int)(last - first) + 1)
            : throw new UsageException(string.Create(
                CultureInfo.InvariantCulture, $"'{text}' are not 1 to {MostSeeds} seeds, the least one first"));
    }

    /// <summary>A number and a unit, such as <c>20s</c>.</summary>
    public static TimeSpan Time(string text)
    {
        var (unit, length) = Array.Find(Units, u => text.EndsWith(u.Unit, StringComparison.Ordinal));
        if (unit is not null
            && double.TryParse(
                text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number > 0 && number * length.TotalSeconds <= MostTime.TotalSeconds)
            return number * length;
        throw new UsageException($"'{text}' is no time: expected a number above 0 with ms, s, m or h, up to 720h");
    }

    /// <summary>A part and how many there are, such as <c>3/16</c>.</summary>
    public static Shard Shard(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 2 && TryWhole(parts[0], Engine.Shard.Most, out var index)
            && TryWhole(parts[1], Engine.Shard.Most, out var count) && index <= count
            ? new Shard((int)index, (int)count)
            : throw new UsageException($"'{text}' is no part of a run: expected one such as 1/4, up to 4/4");
    }

    private static long Whole(string text, long most) =>
        TryWhole(text, most, out var number)
            ? number
            : throw new UsageException(string.Create(
                CultureInfo.InvariantCulture, $"'{text}' is not a whole number from 1 to {most}"));

    private static bool TryWhole(string text, long most, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
        && number >= 1 && number <= most;
}
