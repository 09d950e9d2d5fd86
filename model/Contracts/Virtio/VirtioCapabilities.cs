namespace IoSpec.Contracts.Virtio;

/// <summary>A machine that is what it is: every case has one of its configurations.</summary>
/// <param name="Configurations">The configurations; one that is to occur more often is there twice.</param>
/// <param name="Absent">What the target does not have, each with the source of that reading.</param>
/// <param name="Unreachable">What the harness cannot drive or see, each with the reason.</param>
public sealed record VirtioCapabilities(
    ValueList<VirtioConfiguration> Configurations,
    ValueList<MissingVirtioAbility> Absent,
    ValueList<MissingVirtioAbility> Unreachable) : Capabilities;

/// <summary>Something that is not there, and why.</summary>
/// <param name="Ability">What it is.</param>
/// <param name="Reason">Where that was read, or why it cannot be driven.</param>
public sealed record MissingVirtioAbility(VirtioAbilities Ability, string Reason);
