namespace IoSpec.Contracts.Iommu;

/// <summary>An implementation of the area <c>iommu</c> that threads may ask while another one changes it.</summary>
/// <remarks>
/// One thread applies operations; any number call <see cref="TryRead"/> meanwhile. A reset to a configuration is alone.
/// </remarks>
public interface ISharedIommu : ITarget<IommuConfiguration, IommuOperation>
{
    /// <summary>Says where a byte is that a device reads; leaves no fault record.</summary>
    /// <param name="requester">The requester; the request has no PASID.</param>
    /// <param name="at">The input address.</param>
    /// <param name="output">The output address.</param>
    /// <returns>False if the access is blocked.</returns>
    bool TryRead(RequesterId requester, Iova at, out Gpa output);
}
