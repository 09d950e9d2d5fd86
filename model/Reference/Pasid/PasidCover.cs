using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>The coverpoints of the area.</summary>
internal static class PasidCover
{
    /// <summary>Notes what a write is about.</summary>
    public static void Write(PlatformState state, PasidOperation.ConfigWrite write, ref Verdicts verdicts)
    {
        if (!verdicts.TakesEvidence) return;
        var function = state.Of(write.Function);
        var four = write.At.Value & ~3;
        if (write.Side == ConfigSide.Guest && function.PasidAt + 4 == four
            && (function.Control & ~state.PhysicalControl) != 0)
            verdicts.Cover(PasidCoverpoints.Differs);
        if (write.Side == ConfigSide.Guest || !function.IsPhysical || (state.PhysicalControl & 1) == 0) return;
        if (state.Physical.Block(Architected.Pasid)!.At + 4 != four || !Clears(write)) return;
        foreach (var other in state.Functions)
        {
            if ((other.Control & 1) != 0) verdicts.Cover(PasidCoverpoints.TakenAway);
        }
    }

    /// <summary>Notes how a function is assigned.</summary>
    public static void Assign(PlatformState state, FunctionState function, ref Verdicts verdicts)
    {
        if (!verdicts.TakesEvidence) return;
        var blocks = function.Blocks;
        verdicts.Cover(PasidCoverpoints.Assigned(state.Configuration.Emulation));
        if (function.IsPhysical) verdicts.Cover(PasidCoverpoints.PhysicalAssigned);
        if (blocks.Count == 0) verdicts.Cover(PasidCoverpoints.EmptyChain);
        else if (blocks[0].Node.Id == Architected.Sriov) verdicts.Cover(PasidCoverpoints.FirstHidden);
        for (var i = 1; i < blocks.Count; i++)
        {
            if (blocks[i].At < blocks[i - 1].At) verdicts.Cover(PasidCoverpoints.Backwards);
        }
    }

    private static bool Clears(PasidOperation.ConfigWrite write)
    {
        var shift = 8 * (write.At.Value & 3);
        return shift <= 16 && shift + (8 * write.Width) > 16 && (write.Value.Value << shift & 0x1_0000) == 0;
    }
}
