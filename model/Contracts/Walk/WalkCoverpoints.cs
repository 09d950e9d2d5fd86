namespace IoSpec.Contracts.Walk;

/// <summary>Situations that cases of the area <c>walk</c> are expected to reach.</summary>
public static class WalkCoverpoints
{
    private static readonly Coverpoint[] Causes;
    private static readonly Coverpoint[] Messages;

    private static readonly WalkCause[] Blocking =
    [
        WalkCause.KindNotAdmitted, WalkCause.IdTooWide, WalkCause.NotPresent, WalkCause.NoRight, WalkCause.ReservedBit,
        WalkCause.Unreadable,
    ];

    static WalkCoverpoints()
    {
        Reaches = Table.Declare("dma/reaches");
        Either = Table.Declare("dma/reaches-or-faults");
        Versions = Table.Declare("dma/several-addresses");
        Causes = [.. Enum.GetValues<WalkCause>().Select(
            cause => Table.Declare($"fault/{char.ToLowerInvariant(cause.ToString()[0])}{cause.ToString()[1..]}"))];
        Messages = [.. Blocking.Select(
            cause => Table.Declare($"message/{char.ToLowerInvariant(cause.ToString()[0])}{cause.ToString()[1..]}"))];
    }

    /// <summary>The table.</summary>
    public static CoverTable Table { get; } = new();

    /// <summary>An access that had to reach memory.</summary>
    public static Coverpoint Reaches { get; }

    /// <summary>An access that could reach memory or fault.</summary>
    public static Coverpoint Either { get; }

    /// <summary>An access that could reach one of several addresses.</summary>
    public static Coverpoint Versions { get; }

    /// <summary>An access that had to fault for a cause.</summary>
    /// <param name="cause">The cause.</param>
    /// <returns>The coverpoint.</returns>
    public static Coverpoint Of(WalkCause cause) => Causes[(int)cause];

    /// <summary>A message that had to be blocked for a cause; null if no message is blocked for it.</summary>
    /// <param name="cause">The cause.</param>
    /// <returns>The coverpoint.</returns>
    public static Coverpoint? OfMessage(WalkCause cause) =>
        Array.IndexOf(Blocking, cause) is >= 0 and var index ? Messages[index] : null;
}
