using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>The entries that a walk reads when each is what it is now.</summary>
public sealed class Trail : IEntries
{
    private readonly WalkState _state;
    private readonly EntryWrite? _instead;
    private readonly List<TrailStep>? _steps;
    private List<(Gpa At, Word Bits, bool Must)>? _marks;

    private Trail(WalkState state, EntryWrite? instead, bool keepsSteps)
    {
        (_state, _instead) = (state, instead);
        if (keepsSteps) _steps = [];
    }

    /// <summary>The entries in memory that were read, in order.</summary>
    public IReadOnlyList<TrailStep> Steps => _steps ?? [];

    /// <summary>The marks that the unit would set.</summary>
    public IReadOnlyList<(Gpa At, Word Bits, bool Must)> Marks => _marks ?? [];

    /// <summary>What the walk leads to.</summary>
    public WalkResult Result { get; private set; }

    /// <summary>What becomes of an interrupt message; null for a request.</summary>
    public MessageResult? Delivery { get; private set; }

    /// <summary>Whether something was read of which nobody knows what it holds.</summary>
    public bool IsUnknown { get; private set; }

    /// <summary>Follows a request.</summary>
    /// <param name="state">What is known of the unit.</param>
    /// <param name="format">The format.</param>
    /// <param name="request">The request.</param>
    /// <param name="instead">A word that is taken to be another; null for none.</param>
    /// <returns>The trail.</returns>
    public static Trail Of(WalkState state, WalkFormat format, in WalkRequest request, EntryWrite? instead = null) =>
        Follow(state, format, request, instead, keepsSteps: true);

    /// <summary>Follows a request to see where it ends.</summary>
    /// <param name="state">What is known of the unit.</param>
    /// <param name="format">The format.</param>
    /// <param name="request">The request.</param>
    /// <param name="instead">A word that is taken to be another; null for none.</param>
    /// <returns>The trail, without its <see cref="Steps"/>.</returns>
    public static Trail EndOf(WalkState state, WalkFormat format, in WalkRequest request, EntryWrite? instead = null) =>
        Follow(state, format, request, instead, keepsSteps: false);

    /// <summary>Follows an interrupt message.</summary>
    /// <param name="state">What is known of the unit.</param>
    /// <param name="format">The format; it knows interrupt messages.</param>
    /// <param name="message">The message.</param>
    /// <returns>The trail, without a <see cref="Result"/>.</returns>
    public static Trail Of(WalkState state, WalkFormat format, in MessageRequest message)
    {
        var trail = new Trail(state, instead: null, keepsSteps: true);
        trail.Delivery = format.Messages!.Deliver(state.Configuration.Unit, message, trail);
        return trail;
    }

    /// <inheritdoc/>
    public bool TryRead(in EntryUse use, Gpa at, Span<Word> into)
    {
        var last = at.Plus((ulong)(into.Length - 1) * 8);
        if (!_state.Configuration.IsTable(at) || !_state.Configuration.IsTable(last))
        {
            IsUnknown |= !_state.Configuration.IsNothing(at);
            return false;
        }

        for (var i = 0; i < into.Length; i++)
        {
            var word = at.Plus((ulong)i * 8);
            into[i] = _instead is { } other && other.At == word ? other.Value : _state.Memory.Now(word);
        }

        _steps?.Add(new TrailStep(use, at, into.Length));
        return true;
    }

    /// <inheritdoc/>
    public Word Read(in EntryUse use, UnitRegister register) => _state.Register(register, use).Now;

    /// <inheritdoc/>
    public bool IsTaken() => false;

    /// <inheritdoc/>
    public bool MayBeMarked(Gpa at, Word bits) => false;

    /// <inheritdoc/>
    public void Mark(Gpa at, Word bits, bool must) => (_marks ??= []).Add((at, bits, must));

    private static Trail Follow(
        WalkState state, WalkFormat format, in WalkRequest request, EntryWrite? instead, bool keepsSteps)
    {
        var trail = new Trail(state, instead, keepsSteps);
        trail.Result = format.Walk(state.Configuration.Unit, request, trail);
        return trail;
    }
}

/// <summary>One entry on a trail.</summary>
/// <param name="Use">For what it was read.</param>
/// <param name="At">Its address.</param>
/// <param name="Words">Its length, in words.</param>
public readonly record struct TrailStep(EntryUse Use, Gpa At, int Words);
