using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Iommu;
using IoSpec.Contracts.Pasids;
using IoSpec.Contracts.Zpci;
using IoSpec.Reference.Iommu;
using IoSpec.Reference.Iommu.NotArchitectural;
using IoSpec.Reference.Pasids;
using IoSpec.Reference.Zpci;

namespace IoSpec.Reference.Host;

/// <summary>What a host that conforms answers, by what the areas' references answer; changes nothing.</summary>
public static class HostAnswer
{
    /// <summary>Answers an operation.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>The observation.</returns>
    public static Observation To(HostState state, HostOperation operation)
    {
        switch (operation)
        {
            case HostOperation.Map or HostOperation.Unmap or HostOperation.Invalidate:
                var (guest, change) = ChangeOf(state, operation);
                return Ask(guest.Iommu!, change) is IommuObservation.Refused refused
                    ? new HostObservation.Refused(refused.Reason)
                    : HostObservation.Done.Instance;
            case HostOperation.ReadFaults read:
                var iommu = state.Guest(read.Guest).Iommu!;
                var faults = (IommuObservation.Faults)Ask(iommu, new IommuOperation.ReadFaults());
                return new HostObservation.Faults(faults.Records, faults.Overflow);
            case HostOperation.Give give when give.Inner && state.Device(give.Device).Kind == HostDeviceKind.Bypassing:
                return new HostObservation.Refused(null);
            case HostOperation.Dma dma: return TransferAnswer.To(state, dma);
            case HostOperation.Use use: return TransferAnswer.To(state, LayerAccess.Of(state, use));
            case HostOperation.Layer layer: return LayerJudge.Answer(state, layer);
            case HostOperation.Bounce bounce: return PoolJudge.Answer(state, bounce);
            case HostOperation.Look look: return PoolJudge.Answer(state, look);
            case HostOperation.Drive drive: return QueueJudge.Answer(state, drive);
            case HostOperation.Configure configure: return ParentJudge.Answer(state, configure.Does);
            case HostOperation.Assign assign
                when HostPart.FunctionOf(state.Configuration, assign.Device) is { } function:
                return new HostObservation.Given(
                    (PasidObservation)PlatformAnswer.To(state.Parent!, new PasidOperation.Assign(function)));
            case HostOperation.Kick kick:
                return Buffer.Access(state, kick) is { } access
                    ? TransferAnswer.To(state, access)
                    : new HostObservation.Moved([]);
            case HostOperation.Inspect inspect: return new HostObservation.Buffer(state.Device(inspect.Device).Buffer);
            case HostOperation.Peek peek: return new HostObservation.Content(Content(state, peek));
            case HostOperation.Send send: return new HostObservation.Sent(Sent(state, send));
            case HostOperation.StartMigration or HostOperation.Round or HostOperation.Advance or HostOperation.Finish
                or HostOperation.Cancel:
                return MigrationAnswer.To(state, operation);
            default: return HostObservation.Done.Instance;
        }
    }

    /// <summary>The change of a guest's IOMMU that an operation asks for.</summary>
    /// <param name="state">The state.</param>
    /// <param name="operation">A map, unmap or invalidation.</param>
    /// <returns>The guest and the operation of the area <c>iommu</c>.</returns>
    internal static (GuestState Guest, IommuOperation Change) ChangeOf(HostState state, HostOperation operation) =>
        (state.Guest(IommuChange.GuestOf(operation)), IommuChange.Of(operation));

    private static Observation Ask(IommuState iommu, IommuOperation operation) =>
        IommuAnswer.To(iommu, IommuRules.Standard, VersionChoice.Now, operation);

    private static Held? Content(HostState state, HostOperation.Peek peek)
    {
        var writer = Backing.WriterOf(state, state.Guest(peek.Guest), peek.At);
        return writer < 0 ? null : new Held(writer);
    }

    private static ValueList<BlockEnd> Sent(HostState state, HostOperation.Send send)
    {
        var ends = new BlockEnd[send.Blocks];
        for (var i = 0; i < ends.Length; i++)
        {
            var seen = (ZpciObservation.Ended)ZpciAnswer.To(
                state.Device(send.Device).Ism!, ZpciRules.Standard, Block.Of(send, i));
            ends[i] = new BlockEnd(seen.Check, seen.Condition, seen.Status, seen.Log);
        }

        return ValueList.Create<BlockEnd>(ends);
    }
}
