namespace IoSpec.Contracts.Iommu;

/// <summary>What the implementation reports of one blocked access.</summary>
/// <param name="Requester">Whose access it was.</param>
/// <param name="Page">The page that was accessed: the first address of it.</param>
/// <param name="Wanted">Reading or writing.</param>
/// <param name="Reason">Why it was blocked.</param>
/// <param name="Pasid">The PASID of the request, if the record has one.</param>
public sealed record FaultRecord(
    RequesterId Requester, Iova Page, Access Wanted, FaultReason Reason, Pasid? Pasid);
