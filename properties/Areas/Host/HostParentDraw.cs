using IoSpec.Areas.Pasids;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Pasids;
using IoSpec.Engine;
using IoSpec.Reference.Host;

namespace IoSpec.Areas.Host;

/// <summary>Draws what is done to the device whose functions the guests have, as its area does.</summary>
internal static class HostParentDraw
{
    public static HostOperation? Next(HostState plan, ref Choices choices)
    {
        if (plan.Parent is null) return null;
        return PasidDraw.Next(plan.Parent, ref choices) switch
        {
            PasidOperation.Assign assign when plan.DeviceOf(assign.Function) is { } device =>
                new HostOperation.Assign(device.Id, plan.Guests[choices.Below(plan.Guests.Length)].Id),
            PasidOperation.Unassign unassign when plan.DeviceOf(unassign.Function) is { } device =>
                new HostOperation.Detach(device.Id),
            PasidOperation.FunctionReset reset when plan.DeviceOf(reset.Function) is { } device =>
                new HostOperation.ResetFunction(device.Id),
            PasidOperation.Assign or PasidOperation.Unassign or PasidOperation.FunctionReset => null,
            PasidOperation.Dma dma when plan.DeviceOf(dma.Function) is { IsMaster: false, Owner: not null } device =>
                new HostOperation.SetMaster(device.Id, true),
            var does => new HostOperation.Configure(does),
        };
    }
}
