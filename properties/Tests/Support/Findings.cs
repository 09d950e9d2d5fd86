using Xunit;

namespace IoSpec.Tests.Support;

/// <summary>Breaches of a rule, of which a failing test shows all and not the first few.</summary>
internal static class Findings
{
    /// <summary>Fails if there are any.</summary>
    /// <param name="found">One line for each.</param>
    public static void None(IEnumerable<string> found)
    {
        var lines = found.ToList();
        if (lines.Count > 0) Assert.Fail($"{lines.Count} found:\n{string.Join('\n', lines)}");
    }
}
