namespace IoSpec.Contracts.Pasids;

/// <summary>An extended capability as the hardware has it.</summary>
/// <param name="At">Its header.</param>
/// <param name="Id">Which it is.</param>
/// <param name="Version">Its version, 0 to 15.</param>
/// <param name="Length">Its length with the header, in bytes: a multiple of 4.</param>
/// <param name="Initial">
/// The registers behind the header at the start, four bytes each; empty if nothing is known of them.
/// </param>
public sealed record CapabilityNode(
    ConfigOffset At, CapabilityId Id, int Version, int Length, ValueList<Word> Initial);
