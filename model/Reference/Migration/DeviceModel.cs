using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>A migration device that follows the rules.</summary>
/// <param name="traits">What it is.</param>
/// <param name="rules">The decisions of the specification.</param>
public sealed class DeviceModel(MigrationTraits traits, MigrationRules rules)
{
    /// <summary>What it is.</summary>
    public MigrationTraits Traits { get; } = traits;

    /// <summary>The decisions of the specification.</summary>
    public MigrationRules Rules { get; } = rules;

    /// <summary>Its state.</summary>
    public DeviceState State { get; set; } = DeviceState.Running;

    /// <summary>After how many steps the next change fails; null if it does not.</summary>
    public int? FailAfter { get; set; }

    /// <summary>The words of internal state.</summary>
    public Word[] Registers { get; } = new Word[traits.Registers];

    /// <summary>Which words were changed since they were read.</summary>
    public bool[] IsDirty { get; } = new bool[traits.Registers];

    /// <summary>What it does on its own when it may.</summary>
    public DeviceWork Work { get; set; }

    /// <summary>The words of the configuration space.</summary>
    public Word[] Config { get; } = new Word[traits.Registers];

    /// <summary>Where the interrupts of each vector arrive.</summary>
    public InterruptLine?[] Vectors { get; } = new InterruptLine?[traits.Vectors];

    /// <summary>All sessions.</summary>
    public List<ModelSession> Sessions { get; } = [];

    /// <summary>The session that was opened last.</summary>
    public ModelSession? Current { get; set; }

    /// <summary>The session that a step opened.</summary>
    /// <param name="opened">The step.</param>
    /// <returns>The session; null if that step opened none.</returns>
    public ModelSession? Session(Held opened)
    {
        for (var i = Sessions.Count - 1; i >= 0; i--)
        {
            if (Sessions[i].Step == opened.Step) return Sessions[i];
        }

        return null;
    }

    /// <summary>The same device once more, with the sessions of the last transfer.</summary>
    /// <returns>The copy.</returns>
    public DeviceModel Copy()
    {
        var copy = new DeviceModel(Traits, Rules) { State = State, FailAfter = FailAfter, Work = Work };
        Registers.CopyTo(copy.Registers, 0);
        IsDirty.CopyTo(copy.IsDirty, 0);
        Config.CopyTo(copy.Config, 0);
        Vectors.CopyTo(copy.Vectors, 0);
        var saved = Sessions.FindLast(session => session.Saves)?.Copy();
        if (saved is not null) copy.Sessions.Add(saved);
        var loading = Sessions.FindLast(session => !session.Saves)?.Copy();
        if (loading is not null) copy.Sessions.Add(loading);
        if (loading?.Source is { } source && source.Step == saved?.Step) loading.Source = saved;
        copy.Current = Current is null ? null : copy.Sessions.Find(session => session.Step == Current.Step);
        return copy;
    }

    /// <summary>Whether a session gives or takes data now.</summary>
    /// <param name="session">The session.</param>
    /// <returns>True if it does.</returns>
    public bool IsOpen(ModelSession session) =>
        session.IsEnabled && (session.Saves ? StateMachine.IsSaving(State) : State == DeviceState.Resuming);
}
