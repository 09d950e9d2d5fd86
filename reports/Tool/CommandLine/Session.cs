using System.Globalization;

namespace IoSpec.Tool.CommandLine;

/// <summary>Where a command writes to, and what may end it early.</summary>
/// <param name="Output">Results.</param>
/// <param name="Error">What went wrong, one line each.</param>
/// <param name="IsLive">Whether somebody watches the output on a terminal.</param>
/// <param name="HasColour">Whether the output may have colours.</param>
/// <param name="Width">How many columns a table may have.</param>
/// <param name="Stop">Cancelled when the user wants it to end.</param>
public sealed record Session(
    TextWriter Output, TextWriter Error, bool IsLive, bool HasColour, int Width, CancellationToken Stop)
{
    /// <summary>The width of a table where nobody says how wide it may be.</summary>
    public const int UsualWidth = 120;

    private const int LeastWidth = 20;

    /// <summary>The session of the process itself.</summary>
    /// <param name="stop">Cancelled when the user wants it to end.</param>
    /// <returns>The session.</returns>
    public static Session OfConsole(CancellationToken stop)
    {
        var isLive = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "dumb");
        var hasColour = isLive && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new Session(Console.Out, Console.Error, isLive, hasColour, WidthOf(isLive), stop);
    }

    // A terminal may have none, and what is piped somewhere has none: there the variable of shells counts.
    private static int WidthOf(bool isLive)
    {
        if (isLive && Console.WindowWidth > 0) return Math.Max(LeastWidth, Console.WindowWidth - 1);
        var isGiven = int.TryParse(
            Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var width);
        return isGiven ? Math.Max(LeastWidth, width) : UsualWidth;
    }
}
