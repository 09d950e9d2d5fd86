using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>A player that says what it does.</summary>
/// <param name="player">The target.</param>
/// <param name="doing">Told of each operation before it is done.</param>
/// <param name="saw">Told of what was seen.</param>
internal sealed class WatchedPlayer(Player player, Action<Operation> doing, Action<Observation> saw) : Player
{
    public override Capabilities? Capabilities => player.Capabilities;

    public override Lost? Reset(Configuration configuration) => player.Reset(configuration);

    public override Observation Apply(Operation operation)
    {
        doing(operation);
        var seen = player.Apply(operation);
        saw(seen);
        return seen;
    }
}
