using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using IoSpec.Engine;

namespace IoSpec.Areas.Virtio;

/// <summary>Which requirements a target is not judged by, from what it is.</summary>
internal static class VirtioApplicability
{
    public static NotApplicable? Excludes(Requirement requirement, VirtioCapabilities own)
    {
        var needed = Needed(requirement.Id);
        foreach (var missing in own.Absent)
        {
            if ((missing.Ability & needed) != 0) return new(NotApplicableKind.Absent, missing.Reason);
        }

        foreach (var missing in own.Unreachable)
        {
            if ((missing.Ability & needed) != 0) return new(NotApplicableKind.Unreachable, missing.Reason);
        }

        return null;
    }

    /// <summary>Whether a device can be kept from accessing memory.</summary>
    public static bool HasBusMaster(VirtioCapabilities? own) =>
        own is null || !own.Absent.Any(missing => missing.Ability == VirtioAbilities.BusMaster);

    private static VirtioAbilities Needed(string id) => id switch
    {
        "VIRTIO-ADR-01" or "VIRTIO-CON-02" or "VIRTIO-CON-03" => VirtioAbilities.Tables | VirtioAbilities.Platform,
        "VIRTIO-ADR-02" => VirtioAbilities.Tables | VirtioAbilities.NoPlatform,
        "VIRTIO-FLT-01" or "VIRTIO-FLT-02" =>
            VirtioAbilities.Tables | VirtioAbilities.Platform | VirtioAbilities.Faults,
        "VIRTIO-QUE-01" => VirtioAbilities.RingReset,
        "VIRTIO-USE-04" => VirtioAbilities.Packed,
        "VIRTIO-STA-02" or "VIRTIO-NEG-01" or "VIRTIO-NEG-02" => VirtioAbilities.Modern | VirtioAbilities.Status,
        "VIRTIO-ERR-01" => VirtioAbilities.Modern | VirtioAbilities.Status | VirtioAbilities.Errors,
        "VIRTIO-STA-01" or "VIRTIO-STA-04" => VirtioAbilities.Status,
        "VIRTIO-BUS-01" or "VIRTIO-BUS-02" => VirtioAbilities.BusMaster,
        "VIRTIO-NOT-04" or "VIRTIO-NOT-05" => VirtioAbilities.Events,
        _ => VirtioAbilities.None,
    };
}
