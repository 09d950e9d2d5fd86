using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>One who drives a group of devices, as the specification wants it.</summary>
/// <param name="traits">The devices.</param>
/// <param name="rules">The decisions.</param>
/// <param name="states">The states of the devices, which are changed.</param>
/// <param name="breaks">The change that is to fail; null if none is.</param>
public sealed class GroupDriver(
    MigrationTraits[] traits, GroupRules rules, DeviceState[] states, DeviceFailure? breaks)
{
    private readonly List<DeviceCall> _calls = [];
    private readonly int[] _changes = new int[states.Length];
    private bool _isFine = true;

    /// <summary>Brings a goal about.</summary>
    /// <param name="goal">The goal.</param>
    /// <returns>The calls.</returns>
    public MigrationObservation.Calls AimAt(MigrationGoal goal)
    {
        switch (goal)
        {
            case MigrationGoal.Save: Save(); break;
            case MigrationGoal.StopAndSave: StopAndSave(); break;
            case MigrationGoal.FinishSave: FinishSave(); break;
            case MigrationGoal.Load: Load(); break;
            case MigrationGoal.FinishLoad: FinishLoad(); break;
            default: Abort(); break;
        }

        return new MigrationObservation.Calls([.. _calls], _isFine);
    }

    private bool Has(int device, DeviceState state) => !rules.AsksForWhatIsThere || traits[device].Has(state);

    private void Save()
    {
        Log(DeviceCallKind.StartLog);
        Each(device => Has(device, DeviceState.PreCopy), DeviceState.PreCopy);
    }

    // 1. All devices stop writing their peers. 2. All devices stop. 3. The log holds all that was written.
    private void StopAndSave()
    {
        if (!rules.CollectsLast) Log(DeviceCallKind.CollectLog);
        Quiesce();
        Each(device => rules.Stops(device, states.Length), DeviceState.StopCopy);
    }

    private void FinishSave()
    {
        for (var device = 0; device < states.Length && rules.ReadsToEnd; device++)
            Call(device, DeviceCallKind.ReadToEnd);
        Each(_ => true, DeviceState.Stop);
        if (rules.CollectsLast) Log(DeviceCallKind.CollectLog);
        Log(DeviceCallKind.StopLog);
    }

    private void Load()
    {
        Quiesce();
        Each(_ => true, DeviceState.Resuming);
    }

    private void FinishLoad()
    {
        for (var device = 0; device < states.Length; device++)
        {
            Call(device, DeviceCallKind.WriteAll);
            if (rules.SetsVectors) Call(device, DeviceCallKind.SetVectors);
        }

        Quiesce();
        Each(_ => true, DeviceState.Running);
    }

    // What loads is reset: RESUMING is left with nothing else but a whole stream.
    private void Abort()
    {
        for (var device = 0; device < states.Length; device++)
        {
            if (states[device] == DeviceState.Resuming) Reset(device);
        }

        for (var device = 0; device < states.Length; device++)
        {
            if (traits[device].Has(DeviceState.RunningP2P)) Recover(device, DeviceState.RunningP2P);
        }

        for (var device = 0; device < states.Length; device++) Recover(device, DeviceState.Running);
        Log(DeviceCallKind.StopLog);
    }

    private void Recover(int device, DeviceState to)
    {
        if (states[device] == DeviceState.Running || Set(device, to) || !rules.ResetsWhatFails) return;
        Reset(device);
    }

    private void Quiesce()
    {
        if (!rules.PassesBarrier) return;
        for (var device = 0; device < states.Length && _isFine; device++)
        {
            if (!traits[device].Has(DeviceState.RunningP2P)) continue;
            var isSaving = states[device] == DeviceState.PreCopy;
            _isFine = Set(device, isSaving ? DeviceState.PreCopyP2P : DeviceState.RunningP2P);
        }
    }

    private void Each(Predicate<int> isMeant, DeviceState to)
    {
        for (var device = 0; device < states.Length && _isFine; device++)
        {
            if (isMeant(device)) _isFine = Set(device, to);
        }
    }

    private bool Set(int device, DeviceState to)
    {
        var fails = breaks is { } failure && failure.Device == device && failure.Change == _changes[device];
        _changes[device]++;
        _calls.Add(new DeviceCall(device, DeviceCallKind.SetState, to, !fails));
        if (!fails) states[device] = to;
        return !fails;
    }

    private void Reset(int device)
    {
        Call(device, DeviceCallKind.Reset);
        states[device] = DeviceState.Running;
    }

    private void Call(int device, DeviceCallKind kind) => _calls.Add(new DeviceCall(device, kind, null, true));

    private void Log(DeviceCallKind kind)
    {
        if (_isFine) _calls.Add(new DeviceCall(-1, kind, null, true));
    }
}
