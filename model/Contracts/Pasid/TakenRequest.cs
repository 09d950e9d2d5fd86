namespace IoSpec.Contracts.Pasids;

/// <summary>A page request as software finds it in the queue.</summary>
/// <param name="Function">The function.</param>
/// <param name="Pasid">The PASID, if it has one.</param>
/// <param name="Group">Its group.</param>
/// <param name="Wanted">What is wanted; nothing in a stop marker.</param>
/// <param name="IsLast">Whether it is the last of its group.</param>
public sealed record TakenRequest(FunctionId Function, Pasid? Pasid, PageGroup Group, Access Wanted, bool IsLast);
