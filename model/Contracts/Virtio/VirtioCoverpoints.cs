namespace IoSpec.Contracts.Virtio;

/// <summary>Situations that cases of the area <c>virtio</c> are expected to reach.</summary>
public static class VirtioCoverpoints
{
    private const int Styles = 3;
    private static readonly string[] Modes = ["none", "off", "pass-through", "identity", "translating"];

    /// <summary>The table.</summary>
    public static CoverTable Table { get; } = new();

    private static readonly Coverpoint[] Agreements = [.. DeclaredAgreements()];
    private static readonly Coverpoint[] Cells = [.. DeclaredCells()];

    /// <summary>A chain through an indirect table.</summary>
    public static Coverpoint Indirect { get; } = Table.Declare("ring/indirect");

    /// <summary>Every descriptor of the queue is available at once.</summary>
    public static Coverpoint Full { get; } = Table.Declare("ring/full");

    /// <summary>A chain that was used, one by one: how many requests were judged.</summary>
    public static Coverpoint Request { get; } = Table.Declare("ring/request");

    private static readonly Coverpoint[] Batches =
        [.. ((string[])["1", "2-3", "4-7", "8-"]).Select(count => Table.Declare($"ring/used-at-once/{count}"))];

    /// <summary>A chain that is wrong.</summary>
    public static Coverpoint Hostile { get; } = Table.Declare("ring/hostile");

    /// <summary>A chain over the end of a packed queue.</summary>
    public static Coverpoint Wrapped { get; } = Table.Declare("ring/packed/over-the-end");

    /// <summary>A packed queue whose size is no power of two.</summary>
    public static Coverpoint Odd { get; } = Table.Declare("ring/packed/odd-size");

    /// <summary>A chain through an indirect table of a packed queue.</summary>
    public static Coverpoint PackedIndirect { get; } = Table.Declare("ring/packed/indirect");

    /// <summary>An entry that the driver named was used, and others with it.</summary>
    public static Coverpoint EventInside { get; } = Table.Declare("ring/event-inside");

    /// <summary>A buffer over two pages.</summary>
    public static Coverpoint Crossing { get; } = Table.Declare("buffer/crosses-pages");

    /// <summary>A buffer at a page that the device may not write.</summary>
    public static Coverpoint Blocked { get; } = Table.Declare("buffer/blocked");

    /// <summary>One kick led to so many used chains.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <returns>The coverpoint.</returns>
    public static Coverpoint UsedAtOnce(int count) => Batches[Math.Min(int.Log2(count), Batches.Length - 1)];

    /// <summary>Features were settled or refused on a platform.</summary>
    /// <param name="mode">What stands between the device and memory.</param>
    /// <param name="offered">Whether access through the platform was offered.</param>
    /// <param name="accepted">Whether it was accepted.</param>
    /// <returns>The coverpoint.</returns>
    public static Coverpoint Settled(PlatformMode mode, bool offered, bool accepted) =>
        Agreements[((int)mode * 6) + (offered ? 2 : 0) + (accepted ? 1 : 0)];

    /// <summary>Buffers were used on a platform.</summary>
    /// <param name="mode">What stands between the device and memory.</param>
    /// <param name="isBus">Whether their addresses are bus addresses.</param>
    /// <returns>The coverpoint.</returns>
    public static Coverpoint Ran(PlatformMode mode, bool isBus) => Agreements[((int)mode * 6) + (isBus ? 5 : 4)];

    /// <summary>A device was told of a chain, in one cell of the table of decisions.</summary>
    /// <param name="mode">What stands between the device and memory.</param>
    /// <param name="offered">Whether access through the platform was offered.</param>
    /// <param name="accepted">Whether the driver accepted it, offered or not, refused or not.</param>
    /// <param name="style">Which addresses the driver hands out.</param>
    /// <param name="isPacked">Whether the queue is packed.</param>
    /// <returns>The coverpoint.</returns>
    public static Coverpoint Cell(
        PlatformMode mode, bool offered, bool accepted, AddressStyle style, bool isPacked) =>
        Cells[(((Agreement(mode, offered, accepted) * Styles) + (int)style) * 2) + (isPacked ? 1 : 0)];

    private static int Agreement(PlatformMode mode, bool offered, bool accepted) =>
        ((int)mode * 4) + (offered ? 2 : 0) + (accepted ? 1 : 0);

    private static IEnumerable<Coverpoint> DeclaredAgreements()
    {
        string[] cells =
        [
            "settled/not-offered/not-accepted", "settled/not-offered/accepted", "settled/offered/not-accepted",
            "settled/offered/accepted", "ran/physical", "ran/bus",
        ];
        foreach (var mode in Modes)
        {
            foreach (var cell in cells) yield return Table.Declare($"platform/{mode}/{cell}");
        }
    }

    private static IEnumerable<Coverpoint> DeclaredCells() =>
        from mode in Modes
        from offered in (string[])["not-offered", "offered"]
        from accepted in (string[])["not-accepted", "accepted"]
        from style in (string[])["physical", "bus", "mixed"]
        from ring in (string[])["split", "packed"]
        select Table.Declare($"cell/{mode}/{offered}/{accepted}/{style}/{ring}");
}
