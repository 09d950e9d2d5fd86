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

    /// <summary>Features were settled or refused on a platform.</summary>
    /// <param name="mode">What stands between the device and memory.</param>
    /// <param name="offered">Whether access through the platform was offered.</param>
    /// <param name="accepted">Whether it was accepted.</param>
    /// <returns>The coverpoint.</returns>
    public static Coverpoint Settled(PlatformMode mode, bool offered, bool accepted) =>
        Cells[((int)mode * 6) + (offered ? 2 : 0) + (accepted ? 1 : 0)];

    /// <summary>Buffers were used on a platform.</summary>
    /// <param name="mode">What stands between the device and memory.</param>
    /// <param name="isBus">Whether their addresses are bus addresses.</param>
    /// <returns>The coverpoint.</returns>
    public static Coverpoint Ran(PlatformMode mode, bool isBus) => Cells[((int)mode * 6) + (isBus ? 5 : 4)];

    private static IEnumerable<Coverpoint> Declared()
    {
        string[] cells =
        [
            "settled/not-offered/not-accepted", "settled/not-offered/accepted", "settled/offered/not-accepted",
            "settled/offered/accepted", "ran/physical", "ran/bus",
        ];
        foreach (var mode in (string[])["none", "off", "pass-through", "identity", "translating"])
        {
            foreach (var cell in cells) yield return Table.Declare($"platform/{mode}/{cell}");
        }
    }
}
