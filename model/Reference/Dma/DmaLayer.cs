using IoSpec.Contracts;
using IoSpec.Contracts.Dma;

namespace IoSpec.Reference.Dma;

/// <summary>The layer as it is specified: one domain, its addresses, its queues, its timer.</summary>
/// <param name="configuration">The configuration.</param>
/// <param name="rules">The decisions.</param>
public sealed class DmaLayer(DmaConfiguration configuration, DmaRules rules)
{
    /// <summary>The configuration.</summary>
    public DmaConfiguration Configuration => configuration;

    /// <summary>The decisions.</summary>
    public DmaRules Rules => rules;

    /// <summary>What lies below.</summary>
    public DmaMachine Machine { get; } = new(configuration);

    /// <summary>Which pages are taken.</summary>
    public AddressSpace Space { get; } = new(rules.Available((int)configuration.Pages.Value));

    /// <summary>The unmaps that wait.</summary>
    public FlushQueue Queue { get; } = new(
        configuration.Policy is DmaPolicy.Lazy { PerProcessor: true } ? configuration.Processors : 1);

    /// <summary>The mappings of the case, those that are gone included, the latest last.</summary>
    public List<GuestMapping> Mappings { get; } = [];

    /// <summary>What was done below since the last answer.</summary>
    public List<DmaAct> Acts { get; } = [];

    /// <summary>The time.</summary>
    public Instant Now { get; set; }

    /// <summary>When the timer expires; null if it is not set.</summary>
    public Instant? Timer { get; set; }

    /// <summary>The page of the next map for which there is no table; null for none.</summary>
    public int? NoTable { get; set; }

    /// <summary>The mapping that a step made.</summary>
    /// <param name="step">The step.</param>
    /// <returns>Its place in the list; -1 if it is not known.</returns>
    public int Find(int step) => Mappings.FindIndex(mapping => mapping.Step == step);

    /// <summary>Takes over what another layer of the same configuration is.</summary>
    public void CopyFrom(DmaLayer other)
    {
        Machine.CopyFrom(other.Machine);
        Space.CopyFrom(other.Space);
        Queue.CopyFrom(other.Queue);
        Mappings.Clear();
        Mappings.AddRange(other.Mappings);
        Acts.Clear();
        (Now, Timer, NoTable) = (other.Now, other.Timer, other.NoTable);
    }
}
