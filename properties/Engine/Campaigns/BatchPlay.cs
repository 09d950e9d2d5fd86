using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Plays all of a case, as many operations at a time as the target wants; judging comes after.</summary>
internal sealed class BatchPlay(Player player, IHeartbeat heartbeat)
{
    private readonly Operation[] _operations = new Operation[CaseSteps.MostOperations];
    private readonly Observation[] _seen = new Observation[CaseSteps.MostOperations];

    /// <summary>What was seen after each operation.</summary>
    public ReadOnlySpan<Observation> Seen => _seen;

    /// <summary>Plays a case.</summary>
    /// <param name="index">The case.</param>
    /// <param name="configuration">What holds for it.</param>
    /// <param name="plan">Its operations.</param>
    /// <returns>Null, or how the target was lost.</returns>
    public Lost? Play(long index, Configuration configuration, CaseSteps plan)
    {
        heartbeat.Beat(index, -1);
        if (player.Reset(configuration) is { } unready) return unready;
        for (var i = 0; i < plan.Count; i++) _operations[i] = plan.Steps[i].Operation;
        for (int first = 0, count; first < plan.Count; first += count)
        {
            count = Math.Clamp(player.MostAtOnce, 1, plan.Count - first);
            heartbeat.Beat(index, first);
            var lost = player.ApplyAll(_operations.AsSpan(first, count), _seen.AsSpan(first, count));
            if (lost is not null) return lost;
        }

        return null;
    }
}
