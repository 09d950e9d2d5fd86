using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>A request for one address.</summary>
/// <param name="Requester">The requester.</param>
/// <param name="Pasid">The PASID of the request, if it has one.</param>
/// <param name="AddressType">How the address is to be taken.</param>
/// <param name="Kind">What the device does.</param>
/// <param name="Privileged">Whether the request is privileged.</param>
/// <param name="At">The address.</param>
public readonly record struct WalkRequest(
    RequesterId Requester, Pasid? Pasid, AddressType AddressType, DmaKind Kind, bool Privileged, Iova At)
{
    /// <summary>The rights that the request needs.</summary>
    public Access Wanted => Kind switch
    {
        DmaKind.Read => Access.Read,
        DmaKind.Write => Access.Write,
        DmaKind.Atomic => Access.ReadWrite,
        _ => Access.Read | Access.Execute,
    };

    /// <summary>Whether the request writes.</summary>
    public bool Writes => Kind is DmaKind.Write or DmaKind.Atomic;

    /// <summary>The request of a piece of an access.</summary>
    /// <param name="dma">The access.</param>
    /// <param name="offset">The offset of the piece.</param>
    /// <returns>The request.</returns>
    public static WalkRequest Of(WalkOperation.Dma dma, ByteCount offset) => new(
        dma.Requester, dma.Pasid, dma.AddressType, dma.DmaKind, dma.Privileged, dma.At.Plus(offset.Value));
}
