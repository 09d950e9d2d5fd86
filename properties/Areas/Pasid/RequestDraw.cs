using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;
using IoSpec.Engine;
using IoSpec.Reference.Pasids;

namespace IoSpec.Areas.Pasids;

/// <summary>Draws what is attached and what is accessed: few PASIDs, at the edges of their width.</summary>
internal static class RequestDraw
{
    /// <summary>Attaches a space.</summary>
    public static PasidOperation.Bind Bind(FunctionState function, ref Choices choices)
    {
        var pasid = Pasid(function, ref choices);
        return new PasidOperation.Bind(
            function.Id, pasid, new DomainId((uint)choices.Below(4)), pasid is not null && !choices.OneIn(3));
    }

    /// <summary>An access, mostly to what is attached.</summary>
    public static PasidOperation.Dma Dma(PlatformState plan, FunctionState function, ref Choices choices)
    {
        var pasid = Pasid(function, ref choices);
        if (function.Attached.Count > 0 && !choices.OneIn(4))
        {
            var key = function.Attached.Keys.ElementAt(choices.Below(function.Attached.Count));
            pasid = key < 0 ? null : new Pasid((uint)key);
        }

        var kind = choices.Below(5) switch
        {
            0 => DmaKind.Write,
            1 when pasid is not null => DmaKind.Execute,
            2 => DmaKind.Atomic,
            _ => DmaKind.Read,
        };
        var isPrivileged = pasid is not null && choices.OneIn(2);
        if ((plan.PhysicalControl & 2) == 0 && kind == DmaKind.Execute && !choices.OneIn(4)) kind = DmaKind.Read;
        if ((plan.PhysicalControl & 4) == 0 && !choices.OneIn(4)) isPrivileged = false;
        var page = choices.OneIn(3) ? (ulong)choices.Below(16) : choices.OneIn(3) ? (ulong)choices.Below(8) : 7;
        return new PasidOperation.Dma(
            function.Id, pasid, new Iova((page * Page.Bytes) + (ulong)choices.Below(0x1000)), kind, isPrivileged);
    }

    /// <summary>A PASID, or none.</summary>
    public static Pasid? Pasid(FunctionState function, ref Choices choices)
    {
        var width = (int)(function.PasidCapability >> 8 & 0x1f);
        return choices.Below(10) switch
        {
            0 or 1 or 2 => null,
            3 => new Pasid(((1u << width) - 1) & 0xfffff),
            4 => new Pasid((1u << width) & 0xfffff),
            5 => Contracts.Pasid.From(choices.Bits(20)),
            6 => new Pasid(0x101),
            7 or 8 => new Pasid(1),
            _ => new Pasid((uint)choices.Below(3)),
        };
    }
}
