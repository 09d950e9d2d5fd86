using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>The answering reference of the area <c>walk</c>: a unit that is its specification.</summary>
/// <param name="formatOf">
/// The format for a unit; <see cref="WalkFormatCatalogue.Of"/> unless it is to be faulty.
/// </param>
/// <param name="prefersFormer">Whether it uses a former version wherever one may still be used.</param>
public sealed class WalkReference(Func<WalkUnit, WalkFormat> formatOf, bool prefersFormer)
    : ITarget<WalkConfiguration, WalkOperation>
{
    private readonly List<(RequesterId Requester, ValueList<Word> Words)> _records = [];
    private WalkState? _state;
    private WalkFormat? _format;
    private bool _overflow;

    /// <summary>Which of so many versions or readings it uses; null for those that count first.</summary>
    public Func<int, int>? Chooses { get; init; }

    /// <summary>Whether it sets marks that it may set and need not.</summary>
    public bool MarksEarly { get; init; }

    /// <summary>The formats whose units it can be; empty for all.</summary>
    public ValueList<UnitFormat> Formats { get; init; } = [];

    /// <inheritdoc/>
    public Capabilities? Capabilities => Formats.Count > 0 ? new WalkCapabilities.OfFormats(Formats) : null;

    /// <inheritdoc/>
    public TargetIdentity Identity => new("reference", "");

    /// <inheritdoc/>
    public void Reset(WalkConfiguration configuration)
    {
        _state = new WalkState(configuration);
        _format = formatOf(configuration.Unit);
        Forget();
    }

    /// <inheritdoc/>
    public Observation Apply(WalkOperation operation)
    {
        if (_state is not { } state || _format is not { } format)
            throw new InvalidOperationException("The reference was not reset.");
        switch (operation)
        {
            case WalkOperation.Dma dma:
                return WalkAnswer.Transfer(
                    state, format, dma, prefersFormer,
                    (request, result, marks) => Finish(state, format, request, result, marks), Chooses);
            case WalkOperation.ReadFaults:
                return TakeFaults();
            case WalkOperation.ReadEntry read:
                var entry = (WalkObservation.Entry)WalkAnswer.To(state, format, read);
                state.Memory.Find(read.At)?.Adopt(entry.Value);
                return entry;
            case WalkOperation.Message message:
                return Deliver(state, format, message);
            case WalkOperation.Await when state.Commands.Asked is { } terms:
                return End(state, format, terms);
            default:
                var answer = WalkAnswer.To(state, format, operation);
                WalkSteps.Do(state, format, operation);
                if (operation is WalkOperation.Reset) Forget();
                return answer;
        }
    }

    private WalkObservation.Answered End(WalkState state, WalkFormat format, ViommuTerms terms)
    {
        var statuses = terms.Statuses;
        var status = statuses[statuses.Count > 1 && Chooses is { } chooses ? chooses(statuses.Count) : 0];
        terms.Change.Apply(state, status);
        state.Commands.Settle(stops: false);
        return format.Answer(state.Configuration.Unit, terms, status);
    }

    private void Mark(WalkState state, IReadOnlyList<(Gpa At, Word Bits, bool Must)> marks)
    {
        foreach (var (at, bits, must) in marks)
        {
            if (!must && !MarksEarly) continue;
            var history = state.Memory.Enter(at);
            history.MustMark = new Word(history.MustMark.Value | bits.Value);
        }
    }

    private WalkObservation.Signalled Deliver(WalkState state, WalkFormat format, WalkOperation.Message message)
    {
        var result = WalkAnswer.Deliver(state, format, message, prefersFormer, Chooses);
        if (result is MessageResult.Blocked(var fault))
            Record(state, message.Requester, fault, format.Write(MessageRequest.Of(message).AsWrite, fault));
        return WalkAnswer.Signalled(result);
    }

    private void Finish(
        WalkState state, WalkFormat format, WalkRequest request, WalkResult result,
        IReadOnlyList<(Gpa At, Word Bits, bool Must)> marks)
    {
        if (result.Fault is { } fault) Record(state, request.Requester, fault, format.Write(request, fault));
        else Mark(state, marks);
    }

    private void Record(WalkState state, RequesterId requester, WalkFault fault, ValueList<Word> words)
    {
        if (fault.Logging == Logging.Never || _overflow) return;
        var reporting = state.Configuration.Faults;
        if (reporting.Merging == FaultMerging.SameRequester && _records.Exists(r => r.Requester == requester)) return;
        if (_records.Count == reporting.Records) _overflow = true;
        else _records.Add((requester, words));
    }

    private WalkObservation.Faults TakeFaults()
    {
        var seen = new WalkObservation.Faults([.. _records.SelectMany(record => record.Words)], _overflow);
        Forget();
        return seen;
    }

    private void Forget()
    {
        _records.Clear();
        _overflow = false;
    }
}
