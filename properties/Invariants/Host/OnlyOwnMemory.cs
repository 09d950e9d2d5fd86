using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Pasids;
using IoSpec.Engine;
using IoSpec.Reference.Host;

namespace IoSpec.Invariants.Host;

/// <summary>Isolation: a device reaches memory of its guest, where that guest is now, and nothing else.</summary>
/// <remarks>Coarser than the judge and independent of it: it knows nothing of translations.</remarks>
/// <param name="ledger">Where guests and devices are.</param>
public sealed class OnlyOwnMemory(HostLedger ledger) : Invariant
{
    /// <inheritdoc/>
    public override void Step(Operation operation, Observation seen, ref Verdicts verdicts)
    {
        DeviceId? device = operation switch
        {
            HostOperation.Dma dma => dma.Device,
            HostOperation.Use use => use.Device,
            HostOperation.Look look => look.Device,
            HostOperation.Kick kick => kick.Device,
            HostOperation.Drive drive => drive.Device,
            HostOperation.Configure { Does: PasidOperation.Dma dma } => DeviceOf(dma.Function),
            _ => null,
        };
        if (device is null || ledger.Owner(device.Value) is not { } owner) return;
        ValueList<HostPiece> pieces = seen switch
        {
            HostObservation.Moved moved => moved.Pieces,
            HostObservation.Found found => [found.Piece],
            HostObservation.Driven driven => driven.Reached,
            HostObservation.Configured { At: { } at } => [new HostPiece(default, new ByteCount(1), at)],
            _ => [],
        };
        foreach (var piece in pieces.AsSpan())
        {
            verdicts.Met(HostRequirements.Iso01);
            if (ledger.Moves(owner) > 0) verdicts.Met(HostRequirements.Left05);
            if (ledger.Configuration.Guests[(int)owner.Value].Slots > 0) verdicts.Met(HostRequirements.Pool01);
            if (piece.At is not { } at) continue;
            if (ledger.IsOwn(owner, at))
            {
                verdicts.Violate(
                    HostRequirements.Pool01, "memory", Deviation.Extra, $"what guest {owner} shares", $"{at}");
                return;
            }

            if (ledger.Has(owner, at, before: false)) continue;
            var stayed = ledger.Moves(owner) > 0 && ledger.Has(owner, at, before: true);
            verdicts.Violate(
                stayed ? HostRequirements.Left05 : HostRequirements.Iso01, "memory",
                stayed ? Deviation.Stale : Deviation.Foreign, $"memory of guest {owner}", $"{at}");
            return;
        }
    }

    private DeviceId? DeviceOf(FunctionId function)
    {
        for (var i = 0u; i < ledger.Configuration.Devices.Count; i++)
        {
            if (HostPart.FunctionOf(ledger.Configuration, new DeviceId(i)) == function) return new DeviceId(i);
        }

        return null;
    }
}
