using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;
using IoSpec.Engine;
using IoSpec.Reference.Pasids;

namespace IoSpec.Areas.Pasids;

/// <summary>Draws page requests, their answers, and their registers.</summary>
internal static class PagesDraw
{
    private static readonly Access[] Wants =
        [Access.Read, Access.Read, Access.Write, Access.ReadWrite, Access.None, Access.Read | Access.Execute];

    /// <summary>The host allots and enables them.</summary>
    public static PasidOperation? Host(PlatformState plan, ref Choices choices)
    {
        var pages = plan.Interface;
        if (pages.Node is not { } node) return null;
        if (pages.Allocation == 0 || choices.OneIn(8))
            return Write(ConfigSide.Hardware, 0, node.At.Value + 12, 4, 1 + choices.Below(pages.Capacity));
        return Write(ConfigSide.Hardware, 0, node.At.Value + 4, 2, choices.OneIn(6) ? (ulong)choices.Below(4) : 1);
    }

    /// <summary>After a failure: off, then on again, and what the status says.</summary>
    public static PasidOperation Recover(PlatformState plan, ref Choices choices)
    {
        var (pages, at) = (plan.Interface, plan.Interface.Node!.At.Value);
        if (choices.OneIn(2)) return Read(ConfigSide.Hardware, 0, at + 4, 4);
        if (choices.OneIn(4)) return Write(ConfigSide.Hardware, 0, at + 6, 2, choices.Bits(16));
        if (pages.IsEnabled) return Write(ConfigSide.Hardware, 0, at + 4, 2, 2 * choices.Below(2ul));
        return Write(ConfigSide.Hardware, 0, at + 4, 2, pages.IsStopped ? 1ul : 2ul);
    }

    /// <summary>The registers of the host or of a guest.</summary>
    public static PasidOperation? Registers(PlatformState plan, FunctionState function, ref Choices choices)
    {
        var isGuest = function.PagesAt is not null && !choices.OneIn(4);
        if (!isGuest && plan.Interface.Node is null) return null;
        var at = isGuest ? function.PagesAt!.Value : plan.Interface.Node!.At.Value;
        var (side, id) = isGuest ? (ConfigSide.Guest, function.Id.Value) : (ConfigSide.Hardware, (byte)0);
        if (plan.Interface.Waiting.Count > 0 && choices.OneIn(2))
            return Write(side, id, at + 4, 2, choices.OneIn(3) ? 3ul : 2ul);
        return choices.Below(9) switch
        {
            0 or 1 => Read(side, id, at + 4, 4),
            2 => Read(side, id, at + 12, 4),
            3 => Read(side, id, at + 4 + (2 * choices.Below(4)), 2),
            4 => Write(side, id, at + 12, 4, choices.OneIn(8) ? choices.Bits(32) : (ulong)choices.Below(6)),
            5 => Write(side, id, at + 6, 2, choices.Bits(16)),
            6 => Write(side, id, at + 4, choices.OneIn(2) ? 1 : 4, (ulong)choices.Below(4)),
            _ => Write(side, id, at + 4, 2, isGuest || choices.OneIn(3) ? (ulong)choices.Below(2) | 1 : 0),
        };
    }

    /// <summary>A page request, mostly the last of its group.</summary>
    public static PasidOperation Request(PlatformState plan, FunctionState function, ref Choices choices)
    {
        if (function.PagesAt is { } at && !function.Pages.IsEnabled && choices.OneIn(2))
            return Write(ConfigSide.Guest, function.Id.Value, at + 4, 2, 1);
        var group = new PageGroup((ushort)choices.Below(4));
        var pasid = choices.OneIn(3) ? null : RequestDraw.Pasid(function, ref choices);
        if (plan.Interface.Find(function.Id, group) is { } waiting) pasid = waiting.Pasid;
        return new PasidOperation.PageRequest(
            function.Id, pasid, group, choices.Of<Access>(Wants), !choices.OneIn(4));
    }

    /// <summary>An answer, mostly to a group that waits.</summary>
    public static PasidOperation Respond(PlatformState plan, FunctionState function, ref Choices choices)
    {
        var (id, group) = (function.Id, new PageGroup((ushort)choices.Below(5)));
        var waiting = plan.Interface.Waiting;
        if (waiting.Count > 0 && !choices.OneIn(6))
        {
            var one = waiting.Find(group => group is { SawForeignReset: true, IsComplete: true })
                ?? waiting[choices.Below(waiting.Count)];
            (id, group) = (one.Function, one.Group);
        }

        return new PasidOperation.Respond(id, group, (PageResponseCode)choices.Below(3));
    }

    private static PasidOperation.ConfigRead Read(ConfigSide side, byte function, int at, int width) =>
        new(side, new FunctionId(function), new ConfigOffset((ushort)at), width);

    private static PasidOperation.ConfigWrite Write(ConfigSide side, byte function, int at, int width, ulong value) =>
        new(side, new FunctionId(function), new ConfigOffset((ushort)at), width, new Word(value));
}
