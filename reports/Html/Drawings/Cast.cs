namespace IoSpec.Html.Drawings;

/// <summary>Who speaks to whom in an area: the lifelines of its sequence diagrams.</summary>
/// <param name="Driver">Who does what no line below names.</param>
/// <param name="Other">Who does the operations of <paramref name="Others"/>.</param>
/// <param name="Others">The kinds of operations that another does.</param>
/// <param name="Target">What is judged.</param>
/// <param name="Direct">The kinds of operations that go to memory and not to the target.</param>
internal sealed record Cast(string Driver, string Other, string[] Others, string Target, string[] Direct)
{
    private static readonly SortedDictionary<string, Cast> Areas = new(StringComparer.Ordinal)
    {
        ["dirty"] = new("host", "device", ["write", "beginWrite", "endWrite"], "tracker", []),
        ["dma"] = new("driver", "device", ["access"], "DMA layer", []),
        ["host"] = new("guest", "device", ["dma"], "host", []),
        ["iommu"] = new("driver", "device", ["dma", "interrupt"], "IOMMU", []),
        ["migration"] = new(
            "host", "guest", ["writeRegister", "readRegister", "startWork", "raise", "writeConfig", "readConfig"],
            "device", []),
        ["pasid"] = new("guest", "device", ["dma", "pageRequest"], "function", []),
        ["virtio"] = new("driver", "platform", ["map", "unmap", "busMaster"], "device", []),
        ["walk"] = new("driver", "device", ["dma", "message"], "IOMMU", ["write", "readEntry"]),
        ["zpci"] = new("guest", "machine", ["fail"], "PCI function", []),
    };

    private static readonly Cast Unknown = new("caller", "device", ["dma"], "target", []);

    /// <summary>The cast of an area.</summary>
    public static Cast Of(string area) => Areas.GetValueOrDefault(area, Unknown);
}
