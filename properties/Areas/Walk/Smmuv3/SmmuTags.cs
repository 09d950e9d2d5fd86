using IoSpec.Contracts;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk.Smmuv3;

/// <summary>
/// Tags of which none becomes another by turning a bit or two: under one tag there are only tables of one root.
/// </summary>
internal static class SmmuTags
{
    private static readonly uint[] Machines = [0x01, 0x0e, 0x70, 0xb5, 0xda];
    private static readonly uint[] Spaces = [0x55, 0xaa, 0x33, 0xcc, 0x0f, 0xf0, 0x66, 0x99, 0x5a, 0xa5, 0x3c, 0xc3];

    public static uint MachineOf(WalkState plan, RequesterId requester) =>
        Machines[Math.Min(IndexOf(plan, requester), Machines.Length - 1)];

    /// <summary>A tag for each of the first two context descriptors of a requester.</summary>
    public static uint SpaceOf(WalkState plan, RequesterId requester, Pasid? substream) =>
        Spaces[((IndexOf(plan, requester) * 2) + (int)((substream?.Value ?? 0) & 1)) % Spaces.Length];

    private static int IndexOf(WalkState plan, RequesterId requester)
    {
        for (var i = 0; i < plan.Configuration.Devices.Count; i++)
        {
            if (plan.Configuration.Devices[i].Requester == requester) return i;
        }

        return plan.Configuration.Devices.Count;
    }
}
