namespace IoSpec.Engine;

/// <summary>Traces as text: one JSON object to a line; operations and observations as in scenarios.</summary>
public static class TraceFormat
{
    /// <summary>The name and version of the form.</summary>
    public const string Schema = "iospec/trace/1";

    /// <summary>The end of a trace file's name.</summary>
    public const string Extension = ".trace.ndjson";

    /// <summary>The members of the first line, in the order in which they are written.</summary>
    internal static readonly string[] HeadMembers =
        ["schema", "suite", "area", "target", "version", "product", "seed", "capabilities", "hidden"];

    /// <summary>The members of the other lines.</summary>
    internal static readonly string[] LineMembers =
        ["seq", "case", "configuration", "operation", "seen", "operations", "lost", "detail", "cases", "steps"];
}
