namespace IoSpec.Contracts.Dma;

/// <summary>Situations that cases of the area <c>dma</c> are expected to reach.</summary>
public static class DmaCoverpoints
{
    /// <summary>The table.</summary>
    public static CoverTable Table { get; } = new();

    /// <summary>Memory in several segments is mapped.</summary>
    public static Coverpoint Scattered { get; } = Table.Declare("map/several-segments");

    /// <summary>A mapping that ends with the aperture.</summary>
    public static Coverpoint AtTheEnd { get; } = Table.Declare("map/last-page-of-aperture");

    /// <summary>An address is handed out for the second time.</summary>
    public static Coverpoint Reused { get; } = Table.Declare("map/address-again");

    /// <summary>A map finds the copy of a device full, and the second try cures it.</summary>
    public static Coverpoint Cured { get; } = Table.Declare("map/full-and-cured");

    /// <summary>A map finds the copy of a device full, and the second try does not help.</summary>
    public static Coverpoint Incurable { get; } = Table.Declare("map/full-for-good");

    /// <summary>There is no memory for a table in the middle of a map.</summary>
    public static Coverpoint NoTable { get; } = Table.Declare("map/no-table-in-the-middle");

    /// <summary>A refresh of a device that is not the last one fails.</summary>
    public static Coverpoint BrokenBeforeLast { get; } = Table.Declare("map/broken-before-last-device");

    /// <summary>There is no address while unmapped ones wait.</summary>
    public static Coverpoint NoAddress { get; } = Table.Declare("map/no-address-while-some-wait");

    /// <summary>An unmap finds its queue full.</summary>
    public static Coverpoint FullQueue { get; } = Table.Declare("unmap/queue-full");

    /// <summary>An unmap while everything is being refreshed.</summary>
    public static Coverpoint DuringFlush { get; } = Table.Declare("unmap/during-flush");

    /// <summary>A device uses an address between its unmap and its refresh.</summary>
    public static Coverpoint Between { get; } = Table.Declare("access/between-unmap-and-refresh");

    /// <summary>A device uses an address after its refresh.</summary>
    public static Coverpoint After { get; } = Table.Declare("access/after-refresh");

    /// <summary>The timer expires exactly when the time is over.</summary>
    public static Coverpoint JustInTime { get; } = Table.Declare("time/exactly-the-timeout");
}
