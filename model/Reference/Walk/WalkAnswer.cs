using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>What an implementation that conforms answers in a state; nothing is changed.</summary>
public static class WalkAnswer
{
    /// <summary>What becomes of the request of a piece.</summary>
    /// <param name="request">The request.</param>
    /// <param name="result">The result of its walk.</param>
    /// <param name="marks">The marks that the walk sets.</param>
    public delegate void Walked(
        WalkRequest request, WalkResult result, IReadOnlyList<(Gpa At, Word Bits, bool Must)> marks);

    /// <summary>The answer to an operation that is no access.</summary>
    /// <param name="state">The state.</param>
    /// <param name="format">The format.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>The observation.</returns>
    public static Observation To(WalkState state, WalkFormat format, WalkOperation operation) => operation switch
    {
        WalkOperation.Await when state.Commands.Asked is { } terms =>
            format.Answer(state.Configuration.Unit, terms, terms.Statuses[0]),
        WalkOperation.Await when state.Commands.HasIllegal => WalkObservation.Stopped.Instance,
        WalkOperation.ReadEntry read => new WalkObservation.Entry(Marked(state, read.At)),
        WalkOperation.ReadFaults => FaultsOf(state, format),
        WalkOperation.Message message => Signalled(Deliver(state, format, message, prefersFormer: false)),
        _ => WalkObservation.Done.Instance,
    };

    /// <summary>The answer to an access.</summary>
    /// <param name="state">The state.</param>
    /// <param name="format">The format.</param>
    /// <param name="dma">The access.</param>
    /// <param name="prefersFormer">Whether former versions are used where they may be.</param>
    /// <param name="walked">Takes what becomes of each piece; null if nobody wants to know.</param>
    /// <param name="chooses">Which of so many versions or readings is used; null for those that count first.</param>
    /// <returns>The observation.</returns>
    public static WalkObservation Transfer(
        WalkState state, WalkFormat format, WalkOperation.Dma dma, bool prefersFormer, Walked? walked,
        Func<int, int>? chooses = null)
    {
        var device = state.Configuration.Device(dma.Requester);
        if (device is null) return WalkObservation.Refused.Instance;
        var pieces = new List<Piece>();
        for (var offset = default(ByteCount); offset.Value < dma.Length.Value;)
        {
            var length = Pieces.LengthAt(dma.At, dma.Length, offset);
            var request = WalkRequest.Of(dma, offset);
            var (result, marks) = prefersFormer || chooses is not null
                ? WalkOne(state, format, request, prefersFormer, chooses)
                : WalkNow(state, format, request);
            walked?.Invoke(request, result, marks);
            pieces.Add(PieceOf(state, device, request, result, offset, length));
            offset = new ByteCount(offset.Value + length.Value);
        }

        return new WalkObservation.Transferred([.. pieces]);
    }

    /// <summary>What becomes of an interrupt message.</summary>
    /// <param name="state">The state.</param>
    /// <param name="format">The format; it knows interrupt messages.</param>
    /// <param name="message">The message.</param>
    /// <param name="prefersFormer">Whether former versions are used where they may be.</param>
    /// <param name="chooses">Which of so many versions or readings is used; null for those that count first.</param>
    /// <returns>The result.</returns>
    public static MessageResult Deliver(
        WalkState state, WalkFormat format, WalkOperation.Message message, bool prefersFormer,
        Func<int, int>? chooses = null)
    {
        state.Entries.BeginOne(format, prefersFormer, chooses);
        return format.Messages!.Deliver(state.Configuration.Unit, MessageRequest.Of(message), state.Entries);
    }

    /// <summary>What is seen of a message where nothing is pending.</summary>
    /// <param name="result">What became of it.</param>
    /// <returns>The observation.</returns>
    public static WalkObservation.Signalled Signalled(MessageResult result) =>
        new([.. AllowedMessages.Shows(result, [])], []);

    private static (WalkResult Result, IReadOnlyList<(Gpa At, Word Bits, bool Must)> Marks) WalkNow(
        WalkState state, WalkFormat format, in WalkRequest request)
    {
        var trail = Trail.EndOf(state, format, request);
        return (trail.Result, trail.Marks);
    }

    private static (WalkResult Result, IReadOnlyList<(Gpa At, Word Bits, bool Must)> Marks) WalkOne(
        WalkState state, WalkFormat format, in WalkRequest request, bool prefersFormer, Func<int, int>? chooses)
    {
        state.Entries.BeginOne(format, prefersFormer, chooses);
        return (format.Walk(state.Configuration.Unit, request, state.Entries), state.Entries.Marks);
    }

    private static Piece PieceOf(
        WalkState state, IommuDevice device, in WalkRequest request, WalkResult result, ByteCount offset,
        ByteCount length)
    {
        if (!device.ShowsReads && !request.Writes) return new Piece(offset, length, PieceOutcome.Unseen, default);
        if (!result.Reaches) return new Piece(offset, length, PieceOutcome.Blocked, default);
        return state.Configuration.IsFrame(result.Output)
            ? new Piece(offset, length, PieceOutcome.Landed, result.Output)
            : new Piece(offset, length, PieceOutcome.Unknown, default);
    }

    private static WalkObservation.Faults FaultsOf(WalkState state, WalkFormat format)
    {
        var (words, overflow) = state.Ledger.Kept(format);
        return new WalkObservation.Faults(words, overflow);
    }

    // The marks that a unit must have set are set in its memory.
    private static Word Marked(WalkState state, Gpa at) =>
        state.Memory.Find(at) is { } history ? new Word(history.Now.Value ^ history.MustMark.Value) : default;
}
