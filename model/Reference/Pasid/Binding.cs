using IoSpec.Contracts;

namespace IoSpec.Reference.Pasids;

/// <summary>What a guest has attached to a PASID.</summary>
/// <param name="Space">The address space.</param>
/// <param name="TakesPrivileged">Whether the entry lets privileged requests in.</param>
public sealed record Binding(DomainId Space, bool TakesPrivileged);
