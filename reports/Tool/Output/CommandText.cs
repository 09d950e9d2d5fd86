namespace IoSpec.Tool.Output;

/// <summary>Arguments as a shell takes them.</summary>
internal static class CommandText
{
    private const string Plain = "_-./:=,@%+";

    /// <summary>The argument, quoted if the shell would change it.</summary>
    public static string Quote(string argument) =>
        argument.Length > 0 && argument.All(c => char.IsAsciiLetterOrDigit(c) || Plain.Contains(c))
            ? argument
            : $"'{Words.Safe(argument).Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
