using IoSpec.Contracts;

namespace IoSpec.Reference.Walk;

/// <summary>All that may become of an interrupt message: by every choice of versions that may be used.</summary>
public sealed class AllowedMessages
{
    private readonly List<MessageResult> _results = [];
    private readonly List<MessageResult> _former = [];

    /// <summary>The results, none twice; that of what counts now first.</summary>
    public IReadOnlyList<MessageResult> Results => _results;

    /// <summary>Whether there are too many, or something unknown was read: then nothing is judged by them.</summary>
    public bool IsAmbiguous { get; private set; }

    /// <summary>Whether it is blocked in any case.</summary>
    public bool MustFault => _results.TrueForAll(result => result is MessageResult.Blocked);

    /// <summary>Whether it may be blocked.</summary>
    public bool MayFault => _results.Exists(result => result is MessageResult.Blocked);

    /// <summary>Whether one of the results cannot be told.</summary>
    public bool IsUntold => _results.Contains(MessageResult.Untold.Instance);

    /// <summary>What entries would do that may not be used any more, and what is not allowed.</summary>
    public IReadOnlyList<MessageResult> Former => _former;

    /// <summary>Follows a message in every way that is allowed.</summary>
    /// <param name="state">What is known of the unit.</param>
    /// <param name="format">The format; it knows interrupt messages.</param>
    /// <param name="message">The message.</param>
    /// <returns>The results.</returns>
    public static AllowedMessages Of(WalkState state, WalkFormat format, in MessageRequest message)
    {
        var allowed = new AllowedMessages();
        allowed.Follow(state, format, message, offersRetired: false);
        if (!allowed.IsAmbiguous && state.Moment > 0) allowed.Follow(state, format, message, offersRetired: true);
        return allowed;
    }

    /// <summary>Whether these interrupts may be seen.</summary>
    /// <param name="interrupts">The interrupts that were new.</param>
    /// <param name="pending">Those that would not be seen.</param>
    /// <returns>True if some result explains them.</returns>
    public bool Explains(ValueList<ReceivedInterrupt> interrupts, ValueList<ReceivedInterrupt> pending) =>
        IsUntold || _results.Exists(result => Shows(result, pending).SequenceEqual(interrupts));

    /// <summary>The interrupts of a result that would be seen as new.</summary>
    /// <param name="result">The result.</param>
    /// <param name="pending">Those that would not be seen.</param>
    /// <returns>The interrupts.</returns>
    public static IEnumerable<ReceivedInterrupt> Shows(MessageResult result, ValueList<ReceivedInterrupt> pending) =>
        result is MessageResult.Delivered delivered
            ? delivered.Interrupts.Where(interrupt => !pending.Contains(interrupt))
            : [];

    private void Follow(WalkState state, WalkFormat format, in MessageRequest message, bool offersRetired)
    {
        var entries = state.Entries;
        entries.Begin(format, offersRetired);
        var walks = 0;
        do
        {
            Add(format.Messages!.Deliver(state.Configuration.Unit, message, entries), offersRetired);
            IsAmbiguous |= !offersRetired && (entries.IsUnknown || walks == WalkBounds.Combinations);
        }
        while (!IsAmbiguous && ++walks <= WalkBounds.Combinations && entries.Next());
    }

    private void Add(MessageResult result, bool isFormer)
    {
        if (_results.Contains(result)) return;
        var into = isFormer ? _former : _results;
        if (into.Contains(result)) return;
        if (into.Count < WalkBounds.Results) into.Add(result);
        else IsAmbiguous |= !isFormer;
    }
}
