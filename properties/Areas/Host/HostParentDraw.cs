using IoSpec.Areas.Pasids;
using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Pasids;
using IoSpec.Engine;
using IoSpec.Reference.Host;
using IoSpec.Reference.Pasids;

namespace IoSpec.Areas.Host;

/// <summary>Draws what is done to the device whose functions the guests have, as its area does.</summary>
internal static class HostParentDraw
{
    public static HostOperation? Next(HostState plan, ref Choices choices)
    {
        if (plan.Parent is null) return null;
        if (choices.OneIn(2) && Forward(plan, plan.Parent, ref choices) is { } next) return next;
        return PasidDraw.Next(plan.Parent, ref choices) switch
        {
            PasidOperation.Assign assign when plan.DeviceOf(assign.Function) is { } device =>
                new HostOperation.Assign(device.Id, plan.Guests[choices.Below(plan.Guests.Length)].Id),
            PasidOperation.Unassign unassign when plan.DeviceOf(unassign.Function) is { } device =>
                new HostOperation.Detach(device.Id),
            PasidOperation.FunctionReset reset when plan.DeviceOf(reset.Function) is { } device =>
                new HostOperation.ResetFunction(device.Id),
            PasidOperation.Assign or PasidOperation.Unassign or PasidOperation.FunctionReset => null,
            PasidOperation.Dma dma
                when plan.DeviceOf(dma.Function) is { IsMaster: false, Owner: not null } device && !choices.OneIn(4) =>
                new HostOperation.SetMaster(device.Id, true),
            var does => new HostOperation.Configure(does),
        };
    }

    // What brings a function on, until it uses memory by a PASID.
    private static HostOperation? Forward(HostState plan, PlatformState parent, ref Choices choices)
    {
        if ((parent.PhysicalControl & 1) == 0)
        {
            return parent.Physical.Block(Architected.Pasid) is { } block
                ? Write(ConfigSide.Hardware, parent.Physical.Id, block.At + 6, 7)
                : null;
        }

        var function = parent.Functions[choices.Below(parent.Functions.Count)];
        if (plan.DeviceOf(function.Id) is not { } device) return null;
        if (function.Block(Architected.Ats) is { } ats && choices.OneIn(device.Owner is null ? 2 : 8))
        {
            return device is { Owner: null, Before: not null }
                ? Read(ConfigSide.Hardware, function.Id, ats.At + 6)
                : Write(ConfigSide.Hardware, function.Id, ats.At + 6, 0x8000);
        }

        if (device.Owner is null)
            return new HostOperation.Assign(device.Id, plan.Guests[choices.Below(plan.Guests.Length)].Id);
        if (!device.IsMaster) return new HostOperation.SetMaster(device.Id, true);
        if (function.PasidAt is not { } at) return null;
        if ((function.Control & 1) == 0) return Write(ConfigSide.Guest, function.Id, at + 6, 1);
        var pasid = new Pasid(0);
        return new HostOperation.Configure(
            function.Bound(pasid) is null
                ? new PasidOperation.Bind(function.Id, pasid, new DomainId((uint)choices.Below(4)), true)
                : new PasidOperation.Dma(
                    function.Id, pasid, new Iova(7 * Page.Bytes),
                    choices.OneIn(3) ? DmaKind.Read : DmaKind.Write, Privileged: false));
    }

    // What is left of the guest before.
    private static HostOperation.Configure Read(ConfigSide side, FunctionId function, int at) =>
        new(new PasidOperation.ConfigRead(side, function, new ConfigOffset((ushort)at), 2));

    private static HostOperation.Configure Write(ConfigSide side, FunctionId function, int at, ulong value) =>
        new(new PasidOperation.ConfigWrite(side, function, new ConfigOffset((ushort)at), 2, new Word(value)));
}
