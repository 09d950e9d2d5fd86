using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>Page requests that are answered together.</summary>
/// <param name="function">The function that sent them.</param>
/// <param name="group">Their index.</param>
/// <param name="pasid">The PASID of the first of them.</param>
public sealed class WaitingGroup(FunctionId function, PageGroup group, Pasid? pasid)
{
    /// <summary>The function.</summary>
    public FunctionId Function => function;

    /// <summary>The index.</summary>
    public PageGroup Group => group;

    /// <summary>The PASID.</summary>
    public Pasid? Pasid => pasid;

    /// <summary>How many requests were sent.</summary>
    public uint Count { get; set; }

    /// <summary>Whether another guest has reset its page requests since.</summary>
    public bool SawForeignReset { get; set; }

    /// <summary>Whether a reset was written since, while page requests were on.</summary>
    public bool SawVainReset { get; set; }

    /// <summary>Whether the last one was sent.</summary>
    public bool IsComplete { get; set; }
}
