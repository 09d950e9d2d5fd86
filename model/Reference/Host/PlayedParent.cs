using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Host;

/// <summary>The device whose functions the guests have, as it is played, with the IOMMU above it.</summary>
/// <param name="part">What plays it: a target of the area <c>pasid</c>.</param>
/// <param name="configuration">What holds for the case.</param>
internal sealed class PlayedParent(
    ITarget<PasidConfiguration, PasidOperation> part, HostConfiguration configuration)
{
    public static Observation Do(PlayedHost host, HostOperation.Configure configure)
    {
        if (configure.Does is PasidOperation.Dma sent && !host.Parent!.Sends(host, sent))
            return new HostObservation.Configured(PasidObservation.NotSent.Instance, null);
        if (host.Parent!.Apply(configure.Does) is not PasidObservation seen)
            return new Unsupported("no answer of a device with PASIDs");
        return new HostObservation.Configured(
            seen,
            seen is PasidObservation.Landed landed && configure.Does is PasidOperation.Dma dma
                ? host.Parent.Reach(host, dma, landed)
                : null);
    }

    public void Reset() => part.Reset(configuration.Parent!);

    /// <summary>A function comes to a guest.</summary>
    public Observation? Enter(PlayedDevice device) => HostPart.FunctionOf(configuration, device.Id) is { } function
        ? part.Apply(new PasidOperation.Assign(function))
        : null;

    /// <summary>A function is reset, and may leave its guest then.</summary>
    public void Renew(PlayedHost host, PlayedDevice device, Occasion occasion)
    {
        if (HostPart.FunctionOf(configuration, device.Id) is not { } function) return;
        if (occasion != Occasion.Detach || host.Rules.ResetsTaken)
            host.Expect(part.Apply(new PasidOperation.FunctionReset(function)), PasidObservation.Done.Instance);
        if (occasion == Occasion.Detach)
            host.Expect(part.Apply(new PasidOperation.Unassign(function)), PasidObservation.Done.Instance);
    }

    // What a function may not do by an address it may not do by a PASID.
    private bool Sends(PlayedHost host, PasidOperation.Dma dma) => Array.Find(
        host.Devices, device => HostPart.FunctionOf(configuration, device.Id) == dma.Function) is { } device
        && (PlayedTransfer.UsesMemory(host, device) || !host.Rules.HoldsSpaces(device.IsMaster));

    private Observation Apply(PasidOperation does) => part.Apply(does);

    // What the guest's tables lead to is in the memory of the guest that has the function.
    private Hpa? Reach(PlayedHost host, PasidOperation.Dma dma, PasidObservation.Landed landed)
    {
        var device = Array.Find(
            host.Devices, d => HostPart.FunctionOf(configuration, d.Id) == SpaceWindow.FunctionOf(landed));
        if (device?.Owner is not { } guest) return null;
        var at = SpaceWindow.At(landed, guest.Shape);
        var reached = host.Stage.Reach(
            device.Id, ParentJudge.IsWrite(dma) ? DmaKind.Write : DmaKind.Read, at, new ByteCount(1));
        if (reached is not { } found) return null;
        var frame = host.Rules.Reached(WriteCause.Space, guest, found);
        if (!ParentJudge.IsWrite(dma)) return frame;
        host.Set(frame, host.Step);
        var write = new HostWrite(device.Kind, device.IsInner, WriteCause.Space, guest.Moves, false, false, at);
        if (host.Rules.Marks(write))
            guest.Tracker.Apply(Tracking.Write(HostPart.Writer(device.Id), at, new ByteCount(1)));
        return frame;
    }
}
