using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>A player of a target that is not trusted: what is no observation of the area is garbage.</summary>
/// <param name="player">The player.</param>
/// <param name="observations">The shape of the area's observations.</param>
internal sealed class CheckedPlayer(Player player, Shape observations) : Player
{
    public override Capabilities? Capabilities => player.Capabilities;

    public override Lost? Reset(Configuration configuration) => player.Reset(configuration);

    public override Observation Apply(Operation operation)
    {
        var seen = player.Apply(operation);
        if (seen is Lost || observations.Holds(seen)) return seen;
        return new Lost(Loss.Garbage, $"{seen.GetType().Name} is no answer that the area knows");
    }
}
