using IoSpec.Contracts.Dma;

namespace IoSpec.Reference.Dma;

/// <summary>The refreshes of one device in one operation, up to where a map is undone.</summary>
internal sealed class DeviceLog
{
    /// <summary>How many there were.</summary>
    public int Refreshes { get; set; }

    /// <summary>How many of them were of everything.</summary>
    public int OfEverything { get; set; }

    /// <summary>The pages of the first one.</summary>
    public (int First, int Count) First { get; set; }

    /// <summary>Whether the copy was full.</summary>
    public bool WasFull { get; set; }

    /// <summary>Whether everything was refreshed after it was.</summary>
    public bool Retried { get; set; }

    /// <summary>Whether a refresh failed for another reason.</summary>
    public bool WasBroken { get; set; }

    /// <summary>The last answer; null for none.</summary>
    public RefreshResult? Last { get; set; }
}
