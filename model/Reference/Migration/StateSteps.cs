using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>How the model of a device changes its state, step by step.</summary>
internal static class StateSteps
{
    public static void Set(DeviceModel device, DeviceState to, int step)
    {
        var path = device.Rules.Path(device.Traits, device.State, to);
        if (path.IsNone)
        {
            device.State = device.Rules.AfterRefusal(device.State);
            return;
        }

        var failsAfter = DeviceAnswer.FailsAfter(device, path);
        for (var i = 1; i <= (failsAfter ?? path.Steps); i++) Go(device, path[i], step);
        if (path.Steps == 0) return;
        if (failsAfter is not null) device.State = device.Rules.AfterFailure(device.State, device.FailAfter ?? 0);
        device.FailAfter = null;
    }

    public static void Reset(DeviceModel device)
    {
        if (device.Current is { } session && device.Rules.ResetEndsSession) session.IsEnabled = false;
        device.State = device.Rules.AfterReset(device.State);
        device.FailAfter = null;
        Array.Clear(device.Registers);
        device.Work = DeviceWork.None;
    }

    // One step of the state machine.
    private static void Go(DeviceModel device, DeviceState to, int step)
    {
        var from = device.State;
        if (from == DeviceState.Resuming && device.Current is { } received) Load(device, received);
        if (device.Current is { } session && device.Rules.Ends(from, to)) session.IsEnabled = false;
        if (device.Rules.Opens(from, to)) Open(device, to, step);
        if (to == DeviceState.StopCopy && device.Current is { Saves: true, Saved: null } saving) Stop(device, saving);
        for (var i = 0; i < device.Registers.Length; i++)
        {
            device.Registers[i] =
                device.Rules.Kept(from, to, new RegisterIndex((uint)i), device.Registers[i]);
        }

        device.State = to;
    }

    private static void Open(DeviceModel device, DeviceState to, int step)
    {
        var session = new ModelSession(step, saves: to != DeviceState.Resuming);
        if (StateMachine.IsPreCopy(to)) session.Initial = StreamSize.Initial(device.Traits);
        Array.Clear(device.IsDirty);
        device.Sessions.Add(session);
        device.Current = session;
    }

    // The device stands still from now on: what it is, is what is streamed last.
    private static void Stop(DeviceModel device, ModelSession session)
    {
        var words = new Word?[device.Registers.Length];
        var isFinal = device.Rules.SavesFinalState(session.Read);
        for (var i = 0; i < words.Length && isFinal; i++)
            words[i] = device.Rules.Saved(new RegisterIndex((uint)i), device.Registers[i]);
        if (isFinal) session.Final = StreamSize.Final(device.Traits);
        session.Saved = new SavedState(words, device.Work);
        session.Configuration = ([.. device.Config], [.. device.Vectors]);
    }

    private static void Load(DeviceModel device, ModelSession session)
    {
        if (session.Source is not { Saved: { } saved } source) return;
        for (var i = 0; i < device.Registers.Length; i++) device.Registers[i] = saved.Registers[i] ?? default;
        device.Work = saved.Work ?? DeviceWork.None;
        if (device.Rules.LoadsConfiguration) source.Configuration.Config.CopyTo(device.Config, 0);
        if (device.Rules.LoadsVectors) source.Configuration.Vectors.CopyTo(device.Vectors, 0);
    }
}
