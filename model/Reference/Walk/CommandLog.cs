using System.Runtime.InteropServices;

namespace IoSpec.Reference.Walk;

/// <summary>The commands of a case: those that were submitted, and the invalidations that have completed.</summary>
public sealed class CommandLog
{
    private readonly List<SubmittedCommand> _submitted = [];
    private readonly List<CompletedScope> _completed = [];

    /// <summary>The commands that were submitted and not awaited.</summary>
    public IReadOnlyList<SubmittedCommand> Submitted => _submitted;

    /// <summary>The invalidations that have completed, in order.</summary>
    public IReadOnlyList<CompletedScope> Completed => _completed;

    /// <summary>The invalidations that have completed, in order, from the first on that ends a change.</summary>
    /// <param name="died">When it was changed; some of the others may have been submitted before.</param>
    /// <returns>The invalidations.</returns>
    public ReadOnlySpan<CompletedScope> Since(long died)
    {
        var first = _completed.Count;
        while (first > 0 && _completed[first - 1].Latest > died) first--;
        return CollectionsMarshal.AsSpan(_completed)[first..];
    }

    /// <summary>Whether one of the commands that were not awaited is illegal.</summary>
    public bool HasIllegal => _submitted.Exists(command => command.Effect is CommandEffect.Illegal);

    /// <summary>Whether it is open if one of the commands that were not awaited is legal.</summary>
    public bool HasOpen => _submitted.Exists(command =>
        command.Effect is CommandEffect.Open or CommandEffect.Invalidates { MayBeRefused: true });

    /// <summary>The command that stores, if one was submitted and not awaited: nothing comes between.</summary>
    public CommandEffect.Stores? Stores => _submitted is [{ Effect: CommandEffect.Stores stores }] ? stores : null;

    /// <summary>The tables that a command gives, if one was submitted and not awaited: nothing comes between.</summary>
    public FunctionTables? Sets =>
        _submitted is [{ Effect: CommandEffect.Invalidates { Sets: { } tables } }] ? tables : null;

    /// <summary>The terms of a request, if one was submitted and not awaited: nothing comes between.</summary>
    public ViommuTerms? Asked => _submitted is [{ Effect: CommandEffect.Asks(var terms) }] ? terms : null;

    /// <summary>Whether nothing but a wait can come next: it tells whether the command was refused.</summary>
    public bool IsAwaited => Stores is not null || Sets is not null || Asked is not null;

    /// <summary>A command is submitted.</summary>
    /// <param name="effect">What it is.</param>
    /// <param name="moment">When.</param>
    public void Submit(CommandEffect effect, long moment) => _submitted.Add(new SubmittedCommand(effect, moment));

    /// <summary>All commands up to the first that is not legal have completed; the others are gone.</summary>
    /// <param name="stops">Whether the queue stopped; otherwise all have completed.</param>
    public void Settle(bool stops)
    {
        foreach (var (effect, moment) in _submitted)
        {
            if (stops && effect is CommandEffect.Illegal or CommandEffect.Open) break;
            if (stops && effect is CommandEffect.Invalidates { Sets: not null }) break;
            if (effect is CommandEffect.Invalidates invalidates) Complete(invalidates.Scope, moment);
        }

        _submitted.Clear();
    }

    /// <summary>An invalidation that completed at once.</summary>
    /// <param name="scope">What it covered.</param>
    /// <param name="moment">When.</param>
    public void Complete(WalkScope scope, long moment)
    {
        var before = _completed.Count > 0 ? _completed[^1].Latest : 0;
        _completed.Add(new CompletedScope(scope, moment) { Latest = Math.Max(moment, before) });
    }
}

/// <summary>A command that was submitted.</summary>
/// <param name="Effect">What it is.</param>
/// <param name="Moment">When it was submitted.</param>
public readonly record struct SubmittedCommand(CommandEffect Effect, long Moment);

/// <summary>An invalidation that has completed.</summary>
/// <param name="Scope">What it covered.</param>
/// <param name="Moment">When it was submitted: it ends what was changed before.</param>
public readonly record struct CompletedScope(WalkScope Scope, long Moment)
{
    /// <summary>The latest moment of those that have completed up to this one.</summary>
    public long Latest { get; init; }
}
