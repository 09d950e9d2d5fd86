using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>A player of a target that is not trusted: what is no observation of the area is garbage.</summary>
/// <param name="player">The player.</param>
/// <param name="observations">The shape of the area's observations.</param>
internal sealed class CheckedPlayer(Player player, Shape observations) : Player
{
    public override Capabilities? Capabilities => player.Capabilities;

    public override Lost? Reset(Configuration configuration) => player.Reset(configuration);

    public override int MostAtOnce => player.MostAtOnce;

    public override Observation Apply(Operation operation)
    {
        var seen = player.Apply(operation);
        return seen is Lost || observations.Holds(seen) ? seen : Garbage(seen);
    }

    public override Lost? ApplyAll(ReadOnlySpan<Operation> operations, Span<Observation> seen)
    {
        if (player.ApplyAll(operations, seen) is { } lost) return lost;
        foreach (var one in seen)
        {
            if (one is Lost or null || !observations.Holds(one)) return Garbage(one);
        }

        return null;
    }

    private static Lost Garbage(Observation? seen) =>
        new(Loss.Garbage, $"{seen?.GetType().Name ?? "null"} is no answer that the area knows");
}
