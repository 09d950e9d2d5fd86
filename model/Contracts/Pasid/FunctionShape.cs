namespace IoSpec.Contracts.Pasids;

/// <summary>A function as the hardware has it, and how a guest is to get it.</summary>
/// <param name="Chain">Its extended capabilities, in the order of the chain; the first is at 0x100.</param>
/// <param name="Hidden">Registers that no capability tells of.</param>
/// <param name="Placement">How the place of a new PASID capability is chosen.</param>
/// <param name="Place">The place, if it is explicit; it may be impossible.</param>
/// <param name="IsMediated">Whether it is a part of a function that software has cut out.</param>
public sealed record FunctionShape(
    ValueList<CapabilityNode> Chain,
    ValueList<HiddenRegister> Hidden,
    PlacementRule Placement,
    ConfigOffset Place,
    bool IsMediated);
