using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Pasids;
using IoSpec.Reference.Pasids;

namespace IoSpec.Reference.Host;

/// <summary>
/// Judges the device whose functions the guests have by the judge of the area <c>pasid</c>; what its functions reach is
/// memory of their guests.
/// </summary>
internal static class ParentJudge
{
    /// <summary>Whether that can be done to it.</summary>
    public static bool Applies(HostState state, PasidOperation does)
    {
        if (does is PasidOperation.Assign or PasidOperation.Unassign or PasidOperation.FunctionReset) return false;
        if (!PasidForm.Applies(state.Parent!, does)) return false;
        if (IsOfHost(does)) return true;
        // A page request is a message, which is not what the right to use memory is about.
        return FunctionOf(does) is { } function && state.DeviceOf(function) is { Owner: { } owner }
            && (!state.Guest(owner).IsStopped || does is PasidOperation.Dma);
    }

    public static After Judge(
        HostState state, HostOperation.Configure configure, HostObservation.Configured seen, ref Verdicts verdicts)
    {
        ParentCover.Note(state, configure.Does, seen.Seen, ref verdicts);
        if (configure.Does is not PasidOperation.Dma dma)
        {
            var done = Step(state, configure.Does, seen.Seen, ref verdicts);
            return done == After.Lost || seen.At is null ? done : HostJudge.Garbage(seen, ref verdicts);
        }

        var device = state.DeviceOf(dma.Function)!;
        var guest = state.OwnerOf(device)!;
        if (Holds(guest, device) is { } holds) return Nothing(holds, seen, ref verdicts);
        if (!guest.IsStopped) return Access(state, dma, seen, ref verdicts);
        var worked = FunctionJudge.Worked(
            state, guest, device,
            seen.Seen is PasidObservation.NotSent ? [] : [new HostPiece(default, new ByteCount(1), seen.At)],
            ref verdicts);
        if (worked == After.Lost || seen is { Seen: PasidObservation.NotSent, At: null }) return worked;
        var after = Access(state, dma, seen, ref verdicts);
        return worked > after ? worked : after;
    }

    // What keeps a function from sending anything, whatever its PASIDs lead to.
    private static Requirement? Holds(GuestState guest, DeviceState device)
    {
        if (!device.IsMaster) return device.WasReset ? HostRequirements.Left01 : HostRequirements.Cfg02;
        return guest.IsStopped && device.Function is null ? HostRequirements.Mig04 : null;
    }

    private static After Nothing(Requirement requirement, HostObservation.Configured seen, ref Verdicts verdicts)
    {
        verdicts.Met(requirement);
        if (seen is { Seen: PasidObservation.NotSent, At: null }) return After.Consistent;
        verdicts.Violate(requirement, "pasid", Deviation.Extra, "nothing is sent", $"{seen.Seen}");
        return After.Lost;
    }

    private static After Access(
        HostState state, PasidOperation.Dma dma, HostObservation.Configured seen, ref Verdicts verdicts)
    {
        var after = Step(state, dma, seen.Seen, ref verdicts);
        if (after == After.Lost) return after;
        if (seen.Seen is not PasidObservation.Landed landed)
            return seen.At is null ? after : HostJudge.Garbage(seen, ref verdicts);
        verdicts.Met(HostRequirements.Pas02);
        var device = state.DeviceOf(dma.Function)!;
        var guest = state.OwnerOf(device)!;
        var at = SpaceWindow.At(landed, guest.Shape);
        var due = SpaceWindow.FunctionOf(landed) == dma.Function ? Backing.ForDevices(state, guest, at) : null;
        if (seen.At != due)
        {
            verdicts.Violate(
                HostRequirements.Pas02, "at", due is null ? Deviation.Foreign : Deviation.WrongValue, $"{due}",
                $"{seen.At}");
            return After.Lost;
        }

        if (due is null || !IsWrite(dma)) return after;
        QueueState.Disturb(state, guest, null, at);
        GuestJudge.Written(state, guest, HostPart.Writer(device.Id), at, new ByteCount(1), ref verdicts);
        return after;
    }

    /// <summary>A guest finds what it was given.</summary>
    public static After Give(HostState state, DeviceState device, PasidObservation seen, ref Verdicts verdicts)
    {
        var function = HostPart.FunctionOf(state.Configuration, device.Id)!.Value;
        return Step(state, new PasidOperation.Assign(function), seen, ref verdicts);
    }

    /// <summary>A function is reset; what its parent answered nobody has seen.</summary>
    public static void Renew(HostState state, DeviceState device)
    {
        if (HostPart.FunctionOf(state.Configuration, device.Id) is { } function)
            Do(state, new PasidOperation.FunctionReset(function));
    }

    /// <summary>A function is taken from its guest, and reset on the way.</summary>
    public static void Leave(HostState state, DeviceState device)
    {
        if (HostPart.FunctionOf(state.Configuration, device.Id) is not { } function) return;
        Do(state, new PasidOperation.FunctionReset(function));
        Do(state, new PasidOperation.Unassign(function));
    }

    /// <summary>What a device that conforms does.</summary>
    public static HostObservation.Configured Answer(HostState state, PasidOperation does)
    {
        var dma = does as PasidOperation.Dma;
        if (dma is not null && !TransferAnswer.UsesMemory(state, state.DeviceOf(dma.Function)!))
            return new HostObservation.Configured(PasidObservation.NotSent.Instance, null);
        var seen = (PasidObservation)PlatformAnswer.To(state.Parent!, does);
        if (seen is not PasidObservation.Landed landed || dma is null)
            return new HostObservation.Configured(seen, null);
        var guest = state.OwnerOf(state.DeviceOf(dma.Function)!)!;
        return new HostObservation.Configured(
            seen, Backing.ForDevices(state, guest, SpaceWindow.At(landed, guest.Shape)));
    }

    /// <summary>Whether an access changes memory.</summary>
    public static bool IsWrite(PasidOperation.Dma dma) => dma.Kind is DmaKind.Write or DmaKind.Atomic;

    private static After Step(HostState state, PasidOperation does, PasidObservation seen, ref Verdicts verdicts)
    {
        var part = state.PasidBench.Open(verdicts);
        var after = PasidJudge.Judge(state.Parent!, does, seen, ref part);
        state.PasidBench.Close(part, HostRequirements.Pas01, ref verdicts);
        return after;
    }

    private static void Do(HostState state, PasidOperation does)
    {
        var verdicts = new Verdicts([]);
        PasidJudge.Judge(state.Parent!, does, PasidObservation.Done.Instance, ref verdicts);
    }

    // What the host does to registers and to the queue of page requests needs no guest.
    private static bool IsOfHost(PasidOperation does) => does is PasidOperation.Discover { Side: ConfigSide.Hardware }
        or PasidOperation.ConfigRead { Side: ConfigSide.Hardware }
        or PasidOperation.ConfigWrite { Side: ConfigSide.Hardware } or PasidOperation.TakeRequests
        or PasidOperation.SetQueue;

    private static FunctionId? FunctionOf(PasidOperation does) => does switch
    {
        PasidOperation.Discover discover => discover.Function,
        PasidOperation.ConfigRead read => read.Function,
        PasidOperation.ConfigWrite write => write.Function,
        PasidOperation.Bind bind => bind.Function,
        PasidOperation.Unbind unbind => unbind.Function,
        PasidOperation.Invalidate invalidate => invalidate.Function,
        PasidOperation.Dma dma => dma.Function,
        PasidOperation.PageRequest request => request.Function,
        PasidOperation.Respond respond => respond.Function,
        _ => null,
    };
}
