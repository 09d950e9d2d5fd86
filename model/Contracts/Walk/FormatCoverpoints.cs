namespace IoSpec.Contracts.Walk;

/// <summary>The fault codes and commands of one format: each is a situation that cases are to reach.</summary>
public sealed class FormatCoverpoints
{
    private readonly Dictionary<int, Coverpoint> _codes = [];
    private readonly Dictionary<string, Coverpoint> _commands = [];

    internal FormatCoverpoints(
        CoverTable table, string format, ReadOnlySpan<int> codes, ReadOnlySpan<string> commands)
    {
        foreach (var code in codes) _codes.Add(code, table.Declare($"code/{format}/0x{code:x}"));
        foreach (var command in commands) _commands.Add(command, table.Declare($"command/{format}/{command}"));
    }

    /// <summary>A request or a message that had to fault, and whose record can have a code.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The coverpoint; null if the format has no such code.</returns>
    public Coverpoint? OfCode(int code) => _codes.GetValueOrDefault(code);

    /// <summary>An invalidation that has completed.</summary>
    /// <param name="command">What it covers, in one word.</param>
    /// <returns>The coverpoint; null if the format has no such command.</returns>
    public Coverpoint? OfCommand(string command) => _commands.GetValueOrDefault(command);
}
