using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Host;

/// <summary>One who drives the functions of a guest, and is told of the changes of state that fail.</summary>
/// <remarks>
/// He tells all of his calls for a goal at once. Of a change that has failed he is told by asking for everything again,
/// up to the goal in which it fails.
/// </remarks>
internal sealed class Orchestrated
{
    private readonly ITarget<MigrationConfiguration, MigrationOperation> _part;
    private readonly ValueList<MigrationFlags> _states;
    private readonly List<MigrationOperation.Orchestrate> _asked = [];

    /// <summary>Begins with functions that run.</summary>
    /// <param name="part">What plays him: a target of the area <c>migration</c>.</param>
    /// <param name="states">The states that each of the functions has.</param>
    public Orchestrated(
        ITarget<MigrationConfiguration, MigrationOperation> part, ValueList<MigrationFlags> states)
    {
        (_part, _states) = (part, states);
        part.Reset(new MigrationConfiguration.Group(states));
    }

    /// <summary>His calls for a goal.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="failure">The change that has failed on the way; null if none has.</param>
    /// <returns>The calls, and whether he takes the goal for reached; none if he answers something else.</returns>
    public MigrationObservation.Calls Ask(MigrationGoal goal, DeviceFailure? failure)
    {
        var next = new MigrationOperation.Orchestrate(goal, failure);
        if (failure is null)
        {
            _asked.Add(next);
            return Of(_part.Apply(next));
        }

        _asked[^1] = next;
        _part.Reset(new MigrationConfiguration.Group(_states));
        var seen = new MigrationObservation.Calls([], true);
        foreach (var asked in _asked) seen = Of(_part.Apply(asked));
        return seen;
    }

    private static MigrationObservation.Calls Of(Observation seen) =>
        seen as MigrationObservation.Calls ?? new MigrationObservation.Calls([], true);
}
