using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Engine;
using IoSpec.Reference.Iommu;

namespace IoSpec.Areas.Iommu;

/// <summary>Draws requesters and their attachments.</summary>
internal static class AttachmentDraw
{
    public static IommuOperation.Attach Attach(IommuState plan, ref Choices choices)
    {
        var requester = Requester(plan, ref choices);
        return new(requester, Pasid(plan, ref choices), DomainDraw.Any(plan, ref choices, existing: true));
    }

    public static IommuOperation.Detach Detach(IommuState plan, ref Choices choices)
    {
        if (choices.OneIn(8) || plan.Attachments.Count == 0)
            return new(Requester(plan, ref choices), Pasid(plan, ref choices));
        var attachment = plan.Attachments[choices.Below(plan.Attachments.Count)];
        return new(attachment.Requester, attachment.Pasid);
    }

    /// <summary>A requester; rarely one that does not exist, and then close to one that does.</summary>
    public static RequesterId Requester(IommuState plan, ref Choices choices)
    {
        var devices = plan.Configuration.Devices;
        var requester = devices[choices.Below(devices.Count)].Requester;
        return choices.OneIn(64) ? new RequesterId(requester.Value ^ (1u << choices.Below(16))) : requester;
    }

    /// <summary>None, mostly; else one of two that differ in one bit.</summary>
    public static Pasid? Pasid(IommuState plan, ref Choices choices)
    {
        if ((plan.Traits.Features & IommuFeatures.Pasid) == 0 || !choices.OneIn(4)) return null;
        return new Pasid(choices.OneIn(2) ? 1u : 0x10001u);
    }
}
