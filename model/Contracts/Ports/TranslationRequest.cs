namespace IoSpec.Contracts;

/// <summary>A device wants to use an address.</summary>
/// <param name="Requester">The requester.</param>
/// <param name="Pasid">The PASID of the request, if it has one.</param>
/// <param name="At">The address.</param>
/// <param name="Wanted">What it wants to do there.</param>
/// <param name="Privileged">Whether the request is privileged.</param>
public readonly record struct TranslationRequest(
    RequesterId Requester, Pasid? Pasid, Iova At, Access Wanted, bool Privileged);
