using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>How each operation that was done changes the state.</summary>
public static class WalkSteps
{
    /// <summary>Changes the state by an operation that was done.</summary>
    /// <param name="state">The state.</param>
    /// <param name="format">The format.</param>
    /// <param name="operation">The operation; accesses and readings change nothing here.</param>
    public static void Do(WalkState state, WalkFormat format, WalkOperation operation)
    {
        switch (operation)
        {
            case WalkOperation.Write write:
                Store(state, write.Entries);
                break;
            case WalkOperation.Program program:
                state.Register(program.Register).Store(program.Value, state.Advance());
                if (format.Invalidates(program.Register) is { } scope) state.Commands.Complete(scope, state.Advance());
                break;
            case WalkOperation.Submit submit:
                state.Commands.Submit(format.Decode(state, submit.Command), state.Advance());
                break;
            case WalkOperation.Await:
                Settle(state, state.Commands.HasIllegal);
                break;
            case WalkOperation.Reset:
                state.Reset();
                break;
            default:
                break;
        }
    }

    /// <summary>A wait has ended: what was submitted counts.</summary>
    /// <param name="state">The state.</param>
    /// <param name="stops">Whether the queue stopped: what was refused stores nothing, and sets no tables.</param>
    internal static void Settle(WalkState state, bool stops)
    {
        if (state.Commands.Asked is { } terms) terms.Change.Apply(state, terms.Statuses[0]);
        if (!stops && state.Commands.Stores is { } stores) Store(state, stores.Entries);
        if (state.Commands.Sets is { } tables)
        {
            // Tables that are to take the place of others: a unit may have taken those away first.
            if (!stops) tables.Set(state);
            else if (tables.Replaces(state)) state.Unsettled.Add(tables.Requester);
        }

        state.Commands.Settle(stops);
    }

    private static void Store(WalkState state, ValueList<EntryWrite> entries)
    {
        foreach (var entry in entries.AsSpan()) state.Memory.Store(entry.At, entry.Value, state.Advance());
    }
}
