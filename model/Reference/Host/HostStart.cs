using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Iommu;
using IoSpec.Contracts.Zpci;
using IoSpec.Reference.Dirty;
using IoSpec.Reference.Iommu;
using IoSpec.Reference.Zpci;

namespace IoSpec.Reference.Host;

/// <summary>What a host's judge knows before the first step: guests have started, devices are enabled.</summary>
internal static class HostStart
{
    public static void Do(HostState state)
    {
        foreach (var guest in state.Guests)
        {
            Judge(guest, new DirtyOperation.Map(new Iova(HostLayout.Memory.Value), guest.Shape.Pages));
            Restart(state, guest);
        }

        foreach (var device in state.Devices)
        {
            Enable(device);
            QueueState.Start(state, device);
            if (device.IsMaster) FunctionJudge.SetMaster(device);
        }
    }

    /// <summary>The guest's IOMMU as it is when a guest starts.</summary>
    public static void Restart(HostState state, GuestState guest)
    {
        if (guest.Iommu is null) return;
        Judge(guest.Iommu, new IommuOperation.Reset());
        foreach (var step in GuestIommuSteps.Start(guest.Shape)) Judge(guest.Iommu, step);
        foreach (var device in state.Devices)
        {
            if (device.Owner == guest.Id && state.IsTranslated(device)) Enter(guest.Iommu, device.Id, false);
        }
    }

    public static void Enter(IommuState iommu, DeviceId device, bool inner)
    {
        foreach (var step in GuestIommuSteps.Enter(device, inner)) Judge(iommu, step);
    }

    public static void Leave(IommuState iommu, DeviceId device)
    {
        foreach (var step in GuestIommuSteps.Leave(device)) Judge(iommu, step);
    }

    /// <summary>A function is enabled when a guest has it, under a handle that its host keeps for itself.</summary>
    public static void Enable(DeviceState device)
    {
        if (device.Ism is not { } ism || device.Owner is null) return;
        Judge(ism, new ZpciOperation.Enable(HandleChoice.Current, Spaces: 1));
    }

    public static void Disable(DeviceState device)
    {
        if (device.Ism is not { } ism) return;
        Judge(ism, new ZpciOperation.Disable(HandleChoice.Current));
    }

    private static void Judge(ZpciState ism, ZpciOperation operation)
    {
        var verdicts = new Verdicts([]);
        ZpciJudge.Judge(ism, operation, ZpciAnswer.To(ism, ZpciRules.Standard, operation), ref verdicts);
    }

    private static void Judge(GuestState guest, DirtyOperation operation)
    {
        var verdicts = new Verdicts([]);
        DirtyJudge.Judge(guest.Dirty, operation, DirtyObservation.Done.Instance, ref verdicts);
    }

    private static void Judge(IommuState iommu, IommuOperation operation)
    {
        var verdicts = new Verdicts([]);
        IommuJudge.Judge(iommu, operation, IommuObservation.Done.Instance, ref verdicts);
    }
}
