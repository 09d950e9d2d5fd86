using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Reference.Iommu.NotArchitectural;

namespace IoSpec.Reference.Iommu;

/// <summary>The answering reference of the area <c>iommu</c>: an implementation that is its specification.</summary>
/// <param name="rules">The decisions; <see cref="IommuRules.Standard"/> unless it is to be faulty.</param>
/// <param name="choice">Which of several versions it uses.</param>
public sealed class IommuReference(IommuRules rules, VersionChoice choice)
    : ITarget<IommuConfiguration, IommuOperation>
{
    private IommuState? _state;

    /// <inheritdoc/>
    public TargetIdentity Identity => new("reference", "");

    /// <inheritdoc/>
    public void Reset(IommuConfiguration configuration) => _state = new IommuState(configuration);

    /// <inheritdoc/>
    public Observation Apply(IommuOperation operation)
    {
        var state = _state ?? throw new InvalidOperationException("The reference was not reset.");
        var answer = IommuAnswer.To(state, rules, choice, operation);
        if (operation is IommuOperation.Dma dma) Note(state, dma, answer);
        else if (answer is IommuObservation.Done) IommuSteps.Do(state, rules, operation);
        else if (operation is IommuOperation.Map map) Leave(state, map);
        return answer;
    }

    private void Note(IommuState state, IommuOperation.Dma dma, Observation answer)
    {
        if (answer is not IommuObservation.Transferred transferred) return;
        foreach (var piece in transferred.Pieces.AsSpan())
        {
            var at = dma.At.Plus(piece.Offset.Value);
            var fresh = FreshResult.Of(state, rules, dma, at);
            var blocked = piece.Outcome == PieceOutcome.Blocked
                || (piece.Outcome == PieceOutcome.Unseen && !fresh.Reaches);
            if (blocked || rules.RecordsSuccess)
                FaultNotes.Note(state, rules, dma, at, ReasonsOf(state, dma, at, fresh), certain: true);
        }
    }

    // What counts now would have reached memory: then a former version was used, or nothing has gone wrong at all.
    private int ReasonsOf(IommuState state, IommuOperation.Dma dma, Iova at, FreshResult fresh)
    {
        if (!fresh.Reaches) return 1 << (int)fresh.Reason;
        IommuWalk.Allowed(state, rules, dma, at, out var allowed);
        return allowed.MayFault ? allowed.Reasons : 1 << (int)FaultReason.Other;
    }

    private void Leave(IommuState state, IommuOperation.Map map)
    {
        if (!IovaRange.TryFrom(map.At, map.Pages, out var asked)) return;
        if (rules.LeftByRefusedMap(asked) is not { } left) return;
        if (state.Domain(map.Domain) is { Exists: true } domain && !domain.TryFind(left.First, out _))
            domain.Live.Add(new Extent(left, map.To, map.Allowed, true, false));
    }
}
