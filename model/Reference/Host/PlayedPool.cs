using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Host;

namespace IoSpec.Reference.Host;

/// <summary>How drivers of a guest whose memory is restricted use its bounce pool, and what devices find.</summary>
internal static class PlayedPool
{
    public static Observation Do(PlayedHost host, HostOperation.Bounce bounce)
    {
        var guest = host.Guest(bounce.Guest);
        if (guest.Pool!.Do(bounce.Does, host.Step) is not DmaObservation seen)
            return new Unsupported("no answer of a bounce pool");
        foreach (var copy in guest.Slots.Do(seen))
        {
            if (host.Rules.Copies(copy)) Copy(host, guest, copy);
        }

        return new HostObservation.Layered(PlayedLayer.HandedOut(host, guest, seen), []);
    }

    public static Observation Look(PlayedHost host, HostOperation.Look look)
    {
        if (PlayedTransfer.Access(host, PoolJudge.Access(look), isBuffer: false) is not HostObservation.Moved moved)
            return new Unsupported("no access");
        var piece = moved.Pieces[0];
        var writer = piece.At is { } at ? host.Writer(at) : -1;
        return new HostObservation.Found(piece, writer < 0 ? null : new Held(writer));
    }

    private static void Copy(PlayedHost host, PlayedGuest guest, PoolCopy copy)
    {
        var holds = copy.From is { } from ? host.Writer(PlayedHost.Frame(guest, from)) : -1;
        host.Set(PlayedHost.Frame(guest, copy.To), holds);
        var at = HostLayout.Memory.Plus((ulong)copy.To * Page.Bytes);
        if (host.Rules.Marks(new HostWrite(null, false, WriteCause.Bounce, guest.Moves, false, false, at)))
            guest.Tracker.Apply(Tracking.Write(host.Processor, at, new ByteCount(Page.Bytes)));
    }
}
