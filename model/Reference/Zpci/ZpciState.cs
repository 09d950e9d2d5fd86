using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>What is known of a function in the middle of a case.</summary>
/// <param name="configuration">What holds for the case.</param>
public sealed class ZpciState(ZpciConfiguration configuration)
{
    /// <summary>What function, host and guest are.</summary>
    public ZpciTraits Traits => configuration.Traits;

    /// <summary>The state of the function.</summary>
    public FunctionState Function { get; set; }

    /// <summary>Whether tables are registered.</summary>
    public bool HasTables { get; set; }

    /// <summary>Whether tables were registered when the function was disabled last.</summary>
    public bool HadTables { get; set; }

    /// <summary>Whether interrupts are registered.</summary>
    public bool HasInterrupts => Interrupts is not null;

    /// <summary>What is registered of interrupts; null for nothing.</summary>
    public InterruptPlace? Interrupts { get; private set; }

    /// <summary>What was registered of them before, while nothing is; null for nothing.</summary>
    public InterruptPlace? FormerInterrupts { get; private set; }

    /// <summary>The bits that messages have set.</summary>
    public InterruptBits Bits { get; } = new();

    /// <summary>
    /// Whether the function was deconfigured while it was enabled: whether its handle still tells so is open.
    /// </summary>
    public bool WasEnabled { get; set; }

    /// <summary>Why interrupts are registered no longer, since they were registered last.</summary>
    public RegistrationEnd End { get; private set; }

    /// <summary>Interrupts are registered.</summary>
    /// <param name="place">What is registered.</param>
    public void Register(InterruptPlace place) =>
        (FormerInterrupts, Interrupts, End) = (null, place, RegistrationEnd.None);

    /// <summary>Interrupts are registered no longer, if they were.</summary>
    /// <param name="why">Why.</param>
    public void Deregister(RegistrationEnd why)
    {
        if (Interrupts is null) return;
        (FormerInterrupts, Interrupts, End) = (Interrupts, null, why);
    }

    /// <summary>What was stored to the device.</summary>
    public RecentStores Stores { get; } = new();

    /// <summary>The handles that were given, the last one at the end.</summary>
    public List<FunctionHandle> Handles { get; } = [];
}
