using IoSpec.Contracts;
using IoSpec.Contracts.Host;

namespace IoSpec.Reference.Host;

/// <summary>The access of a device to what its guest's layer for DMA mappings has mapped, or had.</summary>
public static class LayerAccess
{
    /// <summary>The access, by the address that was seen.</summary>
    /// <param name="state">The state.</param>
    /// <param name="use">The operation, one that applies.</param>
    /// <returns>The access.</returns>
    public static HostOperation.Dma Of(HostState state, HostOperation.Use use)
    {
        var first = state.OwnerOf(state.Device(use.Device))!.Layer!.Mapping(use.Mapped.Step)!.First;
        var at = HostLayout.Aperture.Plus(((ulong)first * Page.Bytes) + use.Offset.Value);
        return new HostOperation.Dma(use.Device, use.Kind, at, use.Length);
    }
}
