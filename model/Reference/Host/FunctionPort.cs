using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Migration;
using IoSpec.Reference.Migration;

namespace IoSpec.Reference.Host;

/// <summary>A function that is migrated by its states: what its host asks of what plays it.</summary>
/// <param name="id">The function.</param>
/// <param name="part">What plays it: a target of the area <c>migration</c>.</param>
/// <param name="step">How many operations it was given before.</param>
public sealed class FunctionPort(
    DeviceId id, ITarget<MigrationConfiguration, MigrationOperation> part, int step = 0)
{
    private const int MostParts = 64;
    private int _step = step;
    private Held? _saved;
    private Held? _loading;
    private ulong _left;
    private bool _isSaving;
    private Observation? _odd;

    /// <summary>The function.</summary>
    public DeviceId Id => id;

    /// <summary>What it does on its own now.</summary>
    public DeviceWork Work => Ask(new MigrationOperation.Watch()) is MigrationObservation.Active active
        ? active.Work
        : DeviceWork.None;

    /// <summary>Whether a session saves that can be read.</summary>
    public bool IsSaving => _isSaving && _saved is not null;

    /// <summary>A function in the middle of a transfer.</summary>
    /// <param name="state">What is known of it.</param>
    /// <param name="id">The function.</param>
    /// <param name="copy">What plays it from now on.</param>
    /// <returns>The function.</returns>
    internal static FunctionPort At(
        MigrationState state, DeviceId id, ITarget<MigrationConfiguration, MigrationOperation> copy)
    {
        var port = new FunctionPort(id, copy, state.Step) { _isSaving = StateMachine.IsSaving(state.Model.State) };
        foreach (var session in state.Sessions)
        {
            if (session.Saves) (port._saved, port._left) = (new Held(session.Step), session.Read.Value);
            else port._loading = new Held(session.Step);
        }

        return port;
    }

    /// <summary>A word of its internal state; zero if it tells none.</summary>
    /// <param name="register">The word.</param>
    /// <returns>Its value.</returns>
    public Word Word(RegisterIndex register) =>
        Ask(new MigrationOperation.ReadRegister(register)) is MigrationObservation.Holds holds
            ? holds.Value
            : default;

    /// <summary>A word of its internal state is written.</summary>
    /// <param name="by">Who writes.</param>
    /// <param name="register">The word.</param>
    /// <param name="value">Its value.</param>
    public void Write(Toucher by, RegisterIndex register, Word value) =>
        Expect(new MigrationOperation.WriteRegister(by, register, value));

    /// <summary>It is reset for its guest, or for the next one.</summary>
    public void Renew()
    {
        _isSaving = false;
        Expect(new MigrationOperation.Reset());
    }

    /// <summary>Its next change of state is made to fail.</summary>
    /// <param name="after">How many steps of the change are done before.</param>
    public void Break(int after) => Expect(new MigrationOperation.FailNext(after));

    /// <summary>It is allowed to use memory, and has all of its work to do, or none.</summary>
    /// <param name="isMaster">Whether it is allowed.</param>
    public void Begin(bool isMaster) => Expect(new MigrationOperation.StartWork(FunctionWords.Work(isMaster)));

    /// <summary>In the other host a fresh function is there.</summary>
    /// <param name="steps">Takes what was done.</param>
    public void Change(List<SteeringStep> steps)
    {
        _isSaving = false;
        steps.Add(new SteeringStep.Reset(id, Of(Ask(new MigrationOperation.Reset()))));
    }

    /// <summary>It is asked for a state.</summary>
    /// <param name="to">The state.</param>
    /// <param name="steps">Takes what was done.</param>
    /// <returns>False if it did not change.</returns>
    public bool Set(Contracts.Migration.DeviceState to, List<SteeringStep> steps)
    {
        var seen = Ask(new MigrationOperation.SetState(to));
        steps.Add(new SteeringStep.SetState(id, to, Of(seen)));
        if (seen is not MigrationObservation.Moved moved) return false;
        _isSaving = StateMachine.IsSaving(to);
        if (!moved.OpenedSession) return true;
        if (_isSaving) (_saved, _left) = (new Held(_step - 1), 0);
        else _loading = new Held(_step - 1);
        return true;
    }

    /// <summary>One part is read of what it saves while it runs.</summary>
    /// <param name="steps">Takes what was done.</param>
    public void ReadSome(List<SteeringStep> steps)
    {
        if (!IsSaving) return;
        steps.Add(new SteeringStep.Ask(id, Of(Ask(new MigrationOperation.PreCopyInfo(_saved!.Value)))));
        Read(FunctionWords.Part(_step), steps);
    }

    /// <summary>What it saves is read to its end.</summary>
    /// <param name="steps">Takes what was done.</param>
    public void ReadToEnd(List<SteeringStep> steps)
    {
        for (var i = 0; i < MostParts && IsSaving; i++)
        {
            if (Read(FunctionWords.Part(_step), steps) is not MigrationObservation.Transferred { Count.Value: > 0 })
                return;
        }
    }

    /// <summary>All that was read is written to it.</summary>
    /// <param name="steps">Takes what was done.</param>
    public void WriteAll(List<SteeringStep> steps)
    {
        for (var i = 0; i < MostParts && _left > 0 && _loading is not null && _saved is not null; i++)
        {
            var most = FunctionWords.Part(_step);
            var seen = Ask(new MigrationOperation.Write(
                _loading.Value, _saved.Value, default, most, Tampering.None));
            steps.Add(new SteeringStep.Write(id, most, Of(seen)));
            if (seen is not MigrationObservation.Transferred some) return;
            _left -= Math.Min(_left, some.Count.Value);
        }
    }

    /// <summary>It is said where its interrupts are to arrive.</summary>
    /// <param name="line">Where.</param>
    /// <param name="steps">Takes what was done.</param>
    public void SetVector(InterruptLine line, List<SteeringStep> steps) => steps.Add(
        new SteeringStep.SetVector(id, line, Of(Ask(new MigrationOperation.SetVector(FunctionWords.Vector, line)))));

    /// <summary>It has arrived: what has come of it is looked at.</summary>
    /// <param name="steps">Takes what was done.</param>
    public void Look(List<SteeringStep> steps)
    {
        steps.Add(new SteeringStep.Raise(id, Of(Ask(new MigrationOperation.Raise(FunctionWords.Vector)))));
        for (var i = 0u; i < FunctionWords.Registers; i++)
        {
            var register = new RegisterIndex(i);
            steps.Add(new SteeringStep.ReadRegister(
                id, register, Of(Ask(new MigrationOperation.ReadRegister(register)))));
        }
    }

    private Observation Read(ByteCount most, List<SteeringStep> steps)
    {
        var seen = Ask(new MigrationOperation.Read(_saved!.Value, most));
        steps.Add(new SteeringStep.Read(id, most, Of(seen)));
        if (seen is MigrationObservation.Transferred some) _left += some.Count.Value;
        return seen;
    }

    /// <summary>The first answer since the last time to what is always done that was another one.</summary>
    /// <returns>The answer; null if there was none.</returns>
    public Observation? TakeOdd()
    {
        var odd = _odd;
        _odd = null;
        return odd;
    }

    private void Expect(MigrationOperation operation)
    {
        var seen = Ask(operation);
        if (seen is not MigrationObservation.Done) _odd ??= seen;
    }

    private Observation Ask(MigrationOperation operation)
    {
        _step++;
        return part.Apply(operation);
    }

    // What is no answer of the area is told as an answer that no operation has.
    private static MigrationObservation Of(Observation seen) =>
        seen as MigrationObservation ?? FunctionWords.NoAnswer;
}
