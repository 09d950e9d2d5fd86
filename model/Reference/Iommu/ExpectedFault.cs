using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Iommu;

/// <summary>A fault that may or must have been recorded.</summary>
/// <param name="Requester">Whose access it was.</param>
/// <param name="Pasid">The PASID of the request, or null.</param>
/// <param name="Page">The page.</param>
/// <param name="Wanted">The directions that the record may name.</param>
/// <param name="Reasons">The reasons that it may give: bit n for the reason with value n.</param>
/// <param name="Certain">Whether the fault is known to have happened.</param>
public readonly record struct ExpectedFault(
    RequesterId Requester, Pasid? Pasid, Iova Page, Access Wanted, int Reasons, bool Certain)
{
    /// <summary>Whether a record may be the record of this fault.</summary>
    /// <param name="record">The record.</param>
    /// <returns>True if it may.</returns>
    public bool Fits(FaultRecord record) => Names(record) && HasReason(record.Reason);

    /// <summary>Whether a record is of this fault, whatever reason it gives.</summary>
    /// <param name="record">The record.</param>
    /// <returns>True if it is.</returns>
    public bool Names(FaultRecord record) =>
        record.Requester == Requester && record.Page == Page && record.Pasid == Pasid && NamesDirection(record);

    /// <summary>Whether a record names a direction that the fault may have, and no other.</summary>
    /// <param name="record">The record.</param>
    /// <returns>True if it does.</returns>
    public bool NamesDirection(FaultRecord record) => record.Wanted != Access.None && (record.Wanted & ~Wanted) == 0;

    /// <summary>Whether the fault may have a reason.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>True if it may.</returns>
    public bool HasReason(FaultReason reason) => (Reasons & (1 << (int)reason)) != 0;
}
