namespace IoSpec.Contracts.Dma;

/// <summary>One domain of a guest's layer for DMA mappings, and the hypervisor behind it.</summary>
/// <param name="Policy">When unmapped addresses come back.</param>
/// <param name="Hypervisor">What stands behind the tables.</param>
/// <param name="Aperture">The first address that can be handed out, aligned to 256 pages and not 0.</param>
/// <param name="Pages">How many pages can be handed out, from 1 to 256.</param>
/// <param name="Devices">How many devices share the domain, from 1 to 8; each is its place in the list.</param>
/// <param name="Processors">How many processors map and unmap, from 1 to 8.</param>
public sealed record DmaConfiguration(
    DmaPolicy Policy, HypervisorTraits Hypervisor, Iova Aperture, PageCount Pages, int Devices, int Processors)
    : Configuration
{
    private const ulong Alignment = 256 * Page.Bytes;

    /// <summary>What makes the configuration impossible.</summary>
    /// <returns>The problem in one line, or null.</returns>
    public string? Problem()
    {
        if (Aperture.Value == 0 || Aperture.Value % Alignment != 0) return "the aperture is 0 or not aligned to 1 MiB";
        if (Aperture.Value > ulong.MaxValue - Alignment) return "the aperture ends beyond the address space";
        if (Pages.Value is 0 or > 256) return "the pages are not from 1 to 256";
        if (Devices is < 1 or > 8) return "the devices are not from 1 to 8";
        if (Processors is < 1 or > 8) return "the processors are not from 1 to 8";
        return Policy is DmaPolicy.Lazy { Entries: < 1 or > 1 << 16 } ? "the entries are not from 1 to 65536" : null;
    }
}
