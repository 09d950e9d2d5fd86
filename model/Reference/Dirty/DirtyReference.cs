using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;

namespace IoSpec.Reference.Dirty;

/// <summary>The answering reference of the area <c>dirty</c>: a tracker that is its specification.</summary>
/// <param name="rules">The decisions; <see cref="TrackerRules.Standard"/> unless it is to be faulty.</param>
public sealed class DirtyReference(TrackerRules rules) : ITarget<DirtyConfiguration, DirtyOperation>
{
    private TrackerModel? _tracker;
    private int _step;

    /// <inheritdoc/>
    public TargetIdentity Identity => new("reference", "");

    /// <inheritdoc/>
    public void Reset(DirtyConfiguration configuration)
    {
        _tracker = new TrackerModel(configuration, rules);
        _step = 0;
    }

    /// <inheritdoc/>
    public Observation Apply(DirtyOperation operation)
    {
        var tracker = _tracker ?? throw new InvalidOperationException("The reference was not reset.");
        var answer = TrackerAnswer.To(tracker, operation);
        TrackerSteps.Do(tracker, operation, answer, _step++);
        return answer;
    }
}
