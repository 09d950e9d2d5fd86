using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>The members of a line of a trace, of which some make a line together.</summary>
internal sealed record TraceMembers
{
    public long? Case { get; set; }

    public Configuration? Configuration { get; set; }

    public Operation? Operation { get; set; }

    public Observation? Seen { get; set; }

    public ValueList<Operation>? Operations { get; set; }

    public Loss? Lost { get; set; }

    public string? Detail { get; set; }

    public long? Cases { get; set; }

    public long? Steps { get; set; }

    /// <summary>The line that they make.</summary>
    /// <param name="problem">Why they make none; empty if they make one.</param>
    /// <returns>The line, or null.</returns>
    public TraceLine? ToLine(out string problem)
    {
        problem = "";
        if (Is(this with { Case = null, Configuration = null }) && (Case, Configuration) is ({ } index, { } held))
            return new TraceLine.Start(index, held);
        if (Is(this with { Operation = null, Seen = null }) && Operation is { } done)
            return new TraceLine.Step(done, Seen);
        if (Is(this with { Operations = null, Lost = null, Detail = null })
            && (Operations, Lost, Detail) is ({ } played, { } loss, { } detail))
            return new TraceLine.Lost(played, loss, detail);
        if (Is(this with { Cases = null, Steps = null }) && (Cases, Steps) is ({ } cases, { } steps))
            return new TraceLine.End(cases, steps);
        problem = Seen is not null && Operation is null
            ? "something was seen, and there is no operation"
            : "expected case and configuration, or operation and seen, or operations, lost and detail, "
                + "or cases and steps";
        return null;
    }

    private static bool Is(TraceMembers others) => others == new TraceMembers();
}
