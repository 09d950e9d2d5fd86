using IoSpec.Contracts;
using IoSpec.Contracts.Dma;

namespace IoSpec.Reference.Dma;

/// <summary>What is known of a layer in the middle of a case.</summary>
public sealed class DmaState
{
    private DmaLayer? _scratch;

    /// <summary>The beginning of a case.</summary>
    /// <param name="configuration">What holds for the case.</param>
    public DmaState(DmaConfiguration configuration)
    {
        Configuration = configuration;
        Model = new DmaLayer(configuration, DmaRules.Standard);
        Machine = new DmaMachine(configuration);
        Pages = new DmaPage[Machine.Pages];
        for (var i = 0; i < Pages.Length; i++) Pages[i] = new DmaPage();
    }

    /// <summary>What holds for the case.</summary>
    public DmaConfiguration Configuration { get; }

    /// <summary>A layer that conforms and has gone through the same operations: it answers for the plan.</summary>
    public DmaLayer Model { get; }

    /// <summary>What lies below, after all that was seen to be done there.</summary>
    public DmaMachine Machine { get; }

    /// <summary>What is known of every page of the aperture.</summary>
    public DmaPage[] Pages { get; }

    /// <summary>The mappings that were seen, the latest last.</summary>
    public List<SeenMapping> Mappings { get; } = [];

    /// <summary>How many steps were done.</summary>
    public int Step { get; set; }

    /// <summary>The time.</summary>
    public Instant Now { get; set; }

    /// <summary>The step that began to refresh everything and has not ended; null if there is none.</summary>
    public int? Flush { get; set; }

    /// <summary>Whether there is going to be no table in the middle of the next map.</summary>
    public int? NoTable { get; set; }

    /// <summary>Whether a refresh is going to fail.</summary>
    public bool HasFailure { get; set; }

    /// <summary>The mapping of a step.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The mapping, or null.</returns>
    public SeenMapping? Mapping(int step) => Mappings.Find(mapping => mapping.Step == step);

    /// <summary>What a layer that conforms answers.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>The observation.</returns>
    public DmaObservation Answer(DmaOperation operation)
    {
        _scratch ??= new DmaLayer(Configuration, DmaRules.Standard);
        _scratch.CopyFrom(Model);
        return DmaSteps.Do(_scratch, operation, Step);
    }
}
