using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>A device with virtual functions, its IOMMU and its guests.</summary>
public sealed class PlatformState
{
    /// <summary>The start of a case.</summary>
    /// <param name="configuration">What holds for the case.</param>
    /// <param name="rules">The decisions.</param>
    public PlatformState(PasidConfiguration configuration, PasidRules rules)
    {
        (Configuration, Rules) = (configuration, rules);
        var functions = new FunctionState[configuration.Functions.Count];
        for (var i = 0; i < functions.Length; i++)
            functions[i] = new FunctionState(new FunctionId((byte)i), configuration.Functions[i]);
        Functions = functions;
        Interface = new PageInterface(functions[0].Block(Architected.Pages)?.Node);
        Spaces = new SpaceTranslation(configuration.Unit);
    }

    /// <summary>What holds for the case.</summary>
    public PasidConfiguration Configuration { get; }

    /// <summary>The decisions.</summary>
    public PasidRules Rules { get; }

    /// <summary>The functions, the physical one first.</summary>
    public IReadOnlyList<FunctionState> Functions { get; }

    /// <summary>The physical function.</summary>
    public FunctionState Physical => Functions[0];

    /// <summary>The page requests of all functions.</summary>
    public PageInterface Interface { get; }

    /// <summary>What translates the addresses of the guests' spaces.</summary>
    public ITranslation Spaces { get; }

    /// <summary>Whether the IOMMU takes page requests.</summary>
    public bool QueueIsOn { get; set; } = true;

    /// <summary>Whether a virtual function was reset since the host last wrote to page requests.</summary>
    public bool VirtualWasReset { get; set; }

    /// <summary>The page requests that the IOMMU holds.</summary>
    public List<QueuedRequest> Queue { get; } = [];

    /// <summary>The PASID capability of the physical function; 0 if it has none.</summary>
    public uint PhysicalPasid => Physical.Block(Architected.Pasid)?.Read(1) ?? 0;

    /// <summary>What the host has enabled for PASIDs: bits 2:0 as in the control register.</summary>
    public uint PhysicalControl => PhysicalPasid >> 16 & 0x7;

    /// <summary>How wide the PASIDs of the device are.</summary>
    public int PhysicalWidth => (int)(PhysicalPasid >> 8 & 0x1f);

    /// <summary>The function with an id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The function.</returns>
    public FunctionState Of(FunctionId id) => Functions[id.Value];

    /// <summary>Whether there is a function.</summary>
    /// <param name="id">The id.</param>
    /// <returns>True if there is.</returns>
    public bool Has(FunctionId id) => id.Value < Functions.Count;

    /// <summary>How many page requests the other guests are allotted.</summary>
    /// <param name="but">The function that is not counted.</param>
    /// <returns>The sum.</returns>
    public uint Allotted(FunctionState? but)
    {
        var sum = 0u;
        foreach (var function in Functions)
        {
            if (function != but) sum += function.Pages.Allocation;
        }

        return sum;
    }
}
