namespace IoSpec.Contracts.Walk;

/// <summary>The format of a unit and what its registers say that it can do; one case for each format.</summary>
/// <remarks>The words are read from the unit, as its specification lays them out.</remarks>
public abstract record WalkUnit
{
    private WalkUnit()
    {
    }

    /// <summary>Intel VT-d.</summary>
    /// <param name="Capability">CAP_REG.</param>
    /// <param name="ExtendedCapability">ECAP_REG.</param>
    /// <param name="HostAddressWidth">The width of an address of memory, in bits.</param>
    public sealed record Vtd(Word Capability, Word ExtendedCapability, int HostAddressWidth) : WalkUnit;
}
