namespace IoSpec.Contracts.Pasids;

/// <summary>One thing that can be done to a device with virtual functions, by its host, a guest or itself.</summary>
public abstract record PasidOperation : Operation
{
    private PasidOperation()
    {
    }

    /// <summary>Follows the chain of extended capabilities from 0x100.</summary>
    /// <param name="Side">In whose view.</param>
    /// <param name="Function">The function.</param>
    public sealed record Discover(ConfigSide Side, FunctionId Function) : PasidOperation;

    /// <summary>Gives a function to a guest of its own, which follows the chain.</summary>
    /// <param name="Function">The function.</param>
    public sealed record Assign(FunctionId Function) : PasidOperation;

    /// <summary>Takes a function from its guest.</summary>
    /// <param name="Function">The function.</param>
    public sealed record Unassign(FunctionId Function) : PasidOperation;

    /// <summary>Reads a register.</summary>
    /// <param name="Side">In whose view.</param>
    /// <param name="Function">The function.</param>
    /// <param name="At">The first byte.</param>
    /// <param name="Width">How many bytes: 1, 2 or 4, within four aligned bytes.</param>
    public sealed record ConfigRead(ConfigSide Side, FunctionId Function, ConfigOffset At, int Width) : PasidOperation;

    /// <summary>Writes a register.</summary>
    /// <param name="Side">In whose view.</param>
    /// <param name="Function">The function.</param>
    /// <param name="At">The first byte.</param>
    /// <param name="Width">How many bytes: 1, 2 or 4, within four aligned bytes.</param>
    /// <param name="Value">The bytes, the first one lowest.</param>
    public sealed record ConfigWrite(ConfigSide Side, FunctionId Function, ConfigOffset At, int Width, Word Value)
        : PasidOperation;

    /// <summary>Resets one function.</summary>
    /// <param name="Function">The function.</param>
    public sealed record FunctionReset(FunctionId Function) : PasidOperation;

    /// <summary>The guest attaches one of its address spaces to a function.</summary>
    /// <param name="Function">The function.</param>
    /// <param name="Pasid">For which PASID; null for requests without one.</param>
    /// <param name="Space">The space: the guest's first is 0.</param>
    /// <param name="TakesPrivileged">Whether the guest's entry lets privileged requests in, if it can say so.</param>
    public sealed record Bind(FunctionId Function, Pasid? Pasid, DomainId Space, bool TakesPrivileged)
        : PasidOperation;

    /// <summary>The guest detaches what is attached; page requests that wait are answered first.</summary>
    /// <param name="Function">The function.</param>
    /// <param name="Pasid">Which PASID; null for requests without one.</param>
    public sealed record Unbind(FunctionId Function, Pasid? Pasid) : PasidOperation;

    /// <summary>The guest invalidates everything that is cached for a function, and waits.</summary>
    /// <param name="Function">The function.</param>
    public sealed record Invalidate(FunctionId Function) : PasidOperation;

    /// <summary>A function is told to access memory.</summary>
    /// <param name="Function">The function.</param>
    /// <param name="Pasid">With which PASID, if any.</param>
    /// <param name="At">The address.</param>
    /// <param name="Kind">What it does; it executes only with a PASID.</param>
    /// <param name="Privileged">Whether it is privileged; only with a PASID.</param>
    public sealed record Dma(FunctionId Function, Pasid? Pasid, Iova At, DmaKind Kind, bool Privileged)
        : PasidOperation;

    /// <summary>A function is told to ask for a page.</summary>
    /// <param name="Function">The function.</param>
    /// <param name="Pasid">With which PASID, if any.</param>
    /// <param name="Group">The group; none of that index waits for its answer.</param>
    /// <param name="Wanted">What it wants to do; with a PASID and as the last, nothing makes it a stop marker.</param>
    /// <param name="IsLast">Whether the group ends with it.</param>
    public sealed record PageRequest(FunctionId Function, Pasid? Pasid, PageGroup Group, Access Wanted, bool IsLast)
        : PasidOperation;

    /// <summary>Software takes all page requests out of the queue.</summary>
    public sealed record TakeRequests : PasidOperation;

    /// <summary>The guest answers a group of page requests.</summary>
    /// <param name="Function">The function.</param>
    /// <param name="Group">The group; it may be none.</param>
    /// <param name="Code">The answer.</param>
    public sealed record Respond(FunctionId Function, PageGroup Group, PageResponseCode Code) : PasidOperation;

    /// <summary>The host turns the queue of page requests on or off.</summary>
    /// <param name="IsOn">Which.</param>
    public sealed record SetQueue(bool IsOn) : PasidOperation;
}
