namespace IoSpec.Contracts.Pasids;

/// <summary>An answer as the function receives it.</summary>
/// <param name="Function">The function.</param>
/// <param name="Group">The group.</param>
/// <param name="Code">The answer.</param>
/// <param name="Pasid">The PASID that comes with it, if one does.</param>
public sealed record PageResponse(FunctionId Function, PageGroup Group, PageResponseCode Code, Pasid? Pasid);
