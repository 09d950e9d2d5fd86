namespace IoSpec.Contracts.Virtio;

/// <summary>Situations that cases of the area <c>virtio</c> are expected to reach.</summary>
public static class VirtioCoverpoints
{
    /// <summary>The table.</summary>
    public static CoverTable Table { get; } = new();

    private static readonly Coverpoint[] Cells = [.. Declared()];

    /// <summary>A chain through an indirect table.</summary>
    public static Coverpoint Indirect { get; } = Table.Declare("ring/indirect");

    /// <summary>Every descriptor of the queue is available at once.</summary>
    public static Coverpoint Full { get; } = Table.Declare("ring/full");

    /// <summary>A chain that is wrong.</summary>
    public static Coverpoint Hostile { get; } = Table.Declare("ring/hostile");

    /// <summary>A buffer over two pages.</summary>
    public static Coverpoint Crossing { get; } = Table.Declare("buffer/crosses-pages");

    /// <summary>A buffer at a page that the device may not write.</summary>
    public static Coverpoint Blocked { get; } = Table.Declare("buffer/blocked");

    /// <summary>Buffers were given to the device on a platform.</summary>
    /// <param name="mode">What stands between the device and memory.</param>
    /// <param name="offered">Whether access through the platform was offered.</param>
    /// <param name="accepted">Whether it was accepted.</param>
    /// <returns>The coverpoint.</returns>
    public static Coverpoint Cell(PlatformMode mode, bool offered, bool accepted) =>
        Cells[((int)mode * 4) + (offered ? 2 : 0) + (accepted ? 1 : 0)];

    private static IEnumerable<Coverpoint> Declared()
    {
        foreach (var mode in Enum.GetValues<PlatformMode>())
        {
            foreach (var offered in (string[])["not-offered", "offered"])
            {
                foreach (var accepted in (string[])["not-accepted", "accepted"])
                    yield return Table.Declare($"platform/{mode}/{offered}/{accepted}".ToLowerInvariant());
            }
        }
    }
}
