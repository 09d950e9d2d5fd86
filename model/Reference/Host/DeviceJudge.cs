using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Migration;
using IoSpec.Reference.Migration;

namespace IoSpec.Reference.Host;

/// <summary>Judges what is done to devices: registers, resets, and changes of hands.</summary>
internal static class DeviceJudge
{
    public static bool Changes(HostOperation operation) => operation is HostOperation.SetMaster or HostOperation.Post
        or HostOperation.Assign or HostOperation.Detach or HostOperation.ResetFunction
        or HostOperation.Break;

    public static After Change(HostState state, HostOperation operation, ref Verdicts verdicts)
    {
        verdicts.Met(HostRequirements.Cap01);
        switch (operation)
        {
            case HostOperation.SetMaster set:
                var device = state.Device(set.Device);
                device.IsMaster = set.On;
                device.WasReset &= !set.On;
                QueueState.SetMaster(device);
                FunctionJudge.SetMaster(device);
                break;
            case HostOperation.Post post: Post(state, post); break;
            case HostOperation.Assign assign when HostPart.FunctionOf(state.Configuration, assign.Device) is not null:
                return HostJudge.Garbage(HostObservation.Done.Instance, ref verdicts);
            case HostOperation.Assign assign: Assign(state, state.Device(assign.Device), assign.Guest); break;
            case HostOperation.Detach detach: Detach(state, state.Device(detach.Device)); break;
            case HostOperation.Break breaks:
                FunctionJudge.Break(state.Device(breaks.Device).Function!, breaks.After);
                break;
            case HostOperation.ResetFunction reset: Reset(state, state.Device(reset.Device), ref verdicts); break;
            default: break;
        }

        return After.Consistent;
    }

    /// <summary>A function that is reset is disabled, and enabled for its guest again.</summary>
    public static void Renew(HostState state, DeviceState device)
    {
        device.Reset();
        QueueState.Renew(state, device);
        ParentJudge.Renew(state, device);
        FunctionJudge.Renew(device);
        HostStart.Disable(device);
        HostStart.Enable(device);
    }

    /// <summary>A function with PASIDs is assigned: what its guest finds is looked at.</summary>
    public static After Assign(
        HostState state, HostOperation.Assign assign, HostObservation.Given seen, ref Verdicts verdicts)
    {
        if (HostPart.FunctionOf(state.Configuration, assign.Device) is null)
            return HostJudge.Garbage(seen, ref verdicts);
        verdicts.Met(HostRequirements.Cap01);
        var device = state.Device(assign.Device);
        Assign(state, device, assign.Guest);
        return ParentJudge.Give(state, device, seen.Seen, ref verdicts);
    }

    /// <summary>A function is reset as its change of state failed; its own judge knows of it.</summary>
    public static void Recover(HostState state, DeviceState device)
    {
        device.Reset();
        FunctionJudge.Stop(device.Function!);
        ParentJudge.Renew(state, device);
    }

    public static After Give(HostState state, HostOperation.Give give, bool done, ref Verdicts verdicts)
    {
        var device = state.Device(give.Device);
        var mayNot = give.Inner && device.Kind == HostDeviceKind.Bypassing;
        verdicts.Met(mayNot ? HostRequirements.Iso03 : HostRequirements.Cap01);
        if (done == mayNot)
        {
            verdicts.Violate(
                mayNot ? HostRequirements.Iso03 : HostRequirements.Cap01, "answer",
                mayNot ? Deviation.Extra : Deviation.Missing, mayNot ? "refused" : "done", done ? "done" : "refused");
            return After.Lost;
        }

        if (!done) return After.Consistent;
        device.IsInner = give.Inner;
        if (state.IsTranslated(device)) HostStart.Enter(state.OwnerOf(device)!.Iommu!, device.Id, give.Inner);
        QueueState.Settle(state, state.OwnerOf(device)!);
        return After.Consistent;
    }

    public static After Inspect(
        HostState state, HostOperation.Inspect inspect, HostObservation.Buffer seen, ref Verdicts verdicts)
    {
        var device = state.Device(inspect.Device);
        var requirement = device.Buffer is null ? HostRequirements.Left02
            : state.OwnerOf(device)!.Moves != device.BufferMoves ? HostRequirements.Mig01
            : HostRequirements.Cfg01;
        verdicts.Met(requirement);
        if (seen.At == device.Buffer) return After.Consistent;
        verdicts.Violate(
            requirement, "buffer", device.Buffer is null ? Deviation.Stale : Deviation.WrongValue,
            $"{device.Buffer}", $"{seen.At}");
        return After.Lost;
    }

    // A function that is reset while it is migrated has left the state that it was brought to.
    private static void Reset(HostState state, DeviceState device, ref Verdicts verdicts)
    {
        Renew(state, device);
        if (state.OwnerOf(device) is not { Steering: { } steering }) return;
        if (steering.IndexOf(device.Id) is not (>= 0 and var index)) return;
        var group = state.GroupBench.Open(verdicts);
        GroupJudge.Step(
            steering.Group, MigrationGoal.Save, new DeviceCall(index, DeviceCallKind.Reset, null, true), ref group);
        state.GroupBench.Close(group, HostRequirements.Mig03, ref verdicts);
        steering.Aim(steering.Goal);
    }

    private static void Post(HostState state, HostOperation.Post post)
    {
        var device = state.Device(post.Device);
        FunctionJudge.Post(device, post.At);
        (device.Buffer, device.BufferMoves) = (post.At, state.OwnerOf(device)!.Moves);
    }

    private static void Assign(HostState state, DeviceState device, GuestId guest)
    {
        device.Owner = guest;
        if (state.IsTranslated(device)) HostStart.Enter(state.Guest(guest).Iommu!, device.Id, false);
        QueueState.Renew(state, device);
        QueueState.Settle(state, state.Guest(guest));
        HostStart.Enable(device);
    }

    private static void Detach(HostState state, DeviceState device)
    {
        var former = state.OwnerOf(device)!;
        if (state.IsTranslated(device)) HostStart.Leave(former.Iommu!, device.Id);
        device.Queue = null;
        QueueState.Settle(state, former);
        ParentJudge.Leave(state, device);
        device.Reset();
        FunctionJudge.Renew(device);
        HostStart.Disable(device);
        (device.Before, device.Owner, device.IsInner) = (device.Owner, null, false);
    }
}
