namespace IoSpec.Tool.CommandLine;

/// <summary>Where a command writes to, and what may end it early.</summary>
/// <param name="Output">Results.</param>
/// <param name="Error">What went wrong, one line each.</param>
/// <param name="IsLive">Whether somebody watches the output on a terminal.</param>
/// <param name="HasColour">Whether the output may have colours.</param>
/// <param name="Stop">Cancelled when the user wants it to end.</param>
public sealed record Session(
    TextWriter Output, TextWriter Error, bool IsLive, bool HasColour, CancellationToken Stop)
{
    /// <summary>The session of the process itself.</summary>
    /// <param name="stop">Cancelled when the user wants it to end.</param>
    /// <returns>The session.</returns>
    public static Session OfConsole(CancellationToken stop)
    {
        var isLive = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "dumb");
        var hasColour = isLive && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new Session(Console.Out, Console.Error, isLive, hasColour, stop);
    }
}
