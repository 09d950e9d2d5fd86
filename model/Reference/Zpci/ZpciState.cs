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

    /// <summary>The handles that were given, the last one at the end.</summary>
    public List<FunctionHandle> Handles { get; } = [];
}
