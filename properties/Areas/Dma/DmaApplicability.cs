using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Engine;

namespace IoSpec.Areas.Dma;

/// <summary>Which requirements a layer is not judged by, from what it is.</summary>
internal static class DmaApplicability
{
    public static NotApplicable? Excludes(Requirement requirement, DmaConfiguration own) =>
        Reason(requirement, own) is { } reason ? new NotApplicable(NotApplicableKind.Absent, reason) : null;

    private static string? Reason(Requirement requirement, DmaConfiguration own) => requirement.Id switch
    {
        "DMA-FQ-02" when own.Policy is DmaPolicy.Lazy => "policy: unmapped addresses wait",
        "DMA-FQ-04" or "DMA-FQ-05" or "DMA-FQ-07" or "DMA-MAP-03" when own.Policy is DmaPolicy.Strict =>
            "policy: no unmapped address waits",
        "DMA-MAP-02" or "DMA-MAP-03" or "DMA-MAP-08" or "DMA-MAP-09" or "DMA-HYP-01"
            when !own.Hypervisor.Shadows => "hypervisor: devices read the tables themselves",
        "DMA-MAP-03" when own.Devices == 1 => "devices: there is one",
        _ => null,
    };
}
