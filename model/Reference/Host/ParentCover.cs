using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Host;

/// <summary>Notes what is done to the device whose functions the guests have, by the state before it.</summary>
internal static class ParentCover
{
    public static void Note(HostState state, PasidOperation does, PasidObservation seen, ref Verdicts verdicts)
    {
        if (!verdicts.TakesEvidence) return;
        switch (does, seen)
        {
            case (PasidOperation.Dma { Pasid: not null } dma, PasidObservation.Landed):
                verdicts.Cover(HostCoverpoints.Pasid);
                var guest = state.OwnerOf(state.DeviceOf(dma.Function)!)!;
                if (guest.IsMigrating) verdicts.Cover(HostCoverpoints.PasidWhileMigrating);
                if (guest.Moves > 0) verdicts.Cover(HostCoverpoints.PasidAfterMove);
                break;
            case (PasidOperation.Dma dma, PasidObservation.NotSent) when state.DeviceOf(dma.Function) is { } held:
                if (!held.IsMaster) verdicts.Cover(HostCoverpoints.PasidWithoutMaster);
                if (state.OwnerOf(held) is { IsStopped: true }) verdicts.Cover(HostCoverpoints.PasidStopped);
                break;
            case (PasidOperation.ConfigWrite { Side: ConfigSide.Hardware, Function.Value: 0 }, _)
                when state.Parent!.Functions.Any(function => function.IsAssigned):
                verdicts.Cover(HostCoverpoints.PhysicalChanged);
                break;
            case (PasidOperation.ConfigRead { Side: ConfigSide.Guest } read, _)
                when state.OwnerOf(state.DeviceOf(read.Function)!) is { Moves: > 0 } && IsControl(state, read):
                verdicts.Cover(HostCoverpoints.ReadAfterMove);
                break;
            default: break;
        }
    }

    // Whether the word with the bits that allow PASIDs is read, and the guest has set one of them.
    private static bool IsControl(HostState state, PasidOperation.ConfigRead read)
    {
        var function = state.Parent!.Functions.First(own => own.Id == read.Function);
        return function.PasidAt is { } at && function.Control != 0 && (at + 4) / 4 == read.At.Value / 4;
    }
}
