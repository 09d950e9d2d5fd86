using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>The tables that a command gives to a function.</summary>
/// <param name="Requester">The function.</param>
/// <param name="Designation">Where the tables are and what they are; 0 for none.</param>
/// <param name="First">The first address that they translate.</param>
/// <param name="StartsEmpty">Whether nothing of them counts before it is refreshed.</param>
public sealed record FunctionTables(RequesterId Requester, Word Designation, Iova First, bool StartsEmpty)
{
    /// <summary>Whether they are to take the place of others.</summary>
    /// <param name="state">The state before.</param>
    /// <returns>True if so.</returns>
    public bool Replaces(WalkState state) =>
        Designation != default && state.Register(UnitRegister.Function, Requester).Now != default;

    /// <summary>The function has them from now on.</summary>
    /// <param name="state">The state, which is changed.</param>
    public void Set(WalkState state)
    {
        state.Unsettled.Remove(Requester);
        state.Register(UnitRegister.Function, Requester).Store(Designation, state.Advance());
        state.Register(UnitRegister.FirstAddress, Requester).Store(new Word(First.Value), state.Advance());
        if (StartsEmpty) state.Register(UnitRegister.Shadow, Requester).Store(new Word(0), state.Advance());
        state.Register(UnitRegister.Shadow, Requester).Store(new Word(1), state.Advance());
    }
}
