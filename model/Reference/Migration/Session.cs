using IoSpec.Contracts;

namespace IoSpec.Reference.Migration;

/// <summary>What is known of one session of a transfer.</summary>
/// <param name="step">The step that opened it.</param>
/// <param name="saves">Whether it saves; otherwise it loads.</param>
public sealed class Session(int step, bool saves)
{
    /// <summary>The step that opened it.</summary>
    public int Step { get; } = step;

    /// <summary>Whether it saves; otherwise it loads.</summary>
    public bool Saves { get; } = saves;

    /// <summary>Whether the user has closed the handle.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Whether it was a reset that ended it.</summary>
    public bool EndedByReset { get; set; }

    /// <summary>Whether the device went from one saving state to another with it.</summary>
    public bool Moved { get; set; }

    /// <summary>The bytes that were read from it, all of which are kept.</summary>
    public ByteCount Read { get; set; }

    /// <summary>The bytes that were read from it in STOP_COPY.</summary>
    public ByteCount ReadStopped { get; set; }

    /// <summary>The internal state when the device stopped; null while it has not.</summary>
    public SavedState? Saved { get; set; }

    /// <summary>Whether the end of the stream was seen in STOP_COPY.</summary>
    public bool HasEnded { get; set; }

    /// <summary>Whether the device was touched while it was read, so that the stream is worth nothing.</summary>
    public bool IsSpoilt { get; set; }

    /// <summary>What was said last to be left of the initial data.</summary>
    public ByteCount? Initial { get; set; }

    /// <summary>What was said to be left by the step before this one; null if that said something else.</summary>
    public ByteCount? LeftJustNow { get; set; }

    /// <summary>The session that the data which it loads was read from.</summary>
    public Session? Source { get; set; }

    /// <summary>How many bytes of the source it has taken, in order.</summary>
    public ByteCount Next { get; set; }

    /// <summary>Whether it took what is not the source in order and unaltered.</summary>
    public bool TookOther { get; set; }

    /// <summary>Whether it refused some of it, or nobody knows what it took.</summary>
    public bool IsUnclear { get; set; }

    /// <summary>What it has received.</summary>
    public Reception Reception
    {
        get
        {
            if (IsUnclear || Source is { IsSpoilt: true }) return Reception.Unknown;
            if (TookOther) return Reception.Altered;
            if (Source is null) return Reception.Incomplete;
            if (!Source.HasEnded) return Reception.Unknown;
            return Next == Source.Read ? Reception.Complete : Reception.Incomplete;
        }
    }

    /// <summary>What it holds is worth nothing from now on, and nobody knows what it took.</summary>
    public void Spoil() => IsSpoilt = IsUnclear = true;

    /// <summary>How many bytes of what was read from a session are left to write.</summary>
    /// <param name="source">That session.</param>
    /// <returns>The bytes from the next one on.</returns>
    public ByteCount LeftOf(Session source) => new(source.Read.Value - (Source == source ? Next.Value : 0));

    /// <summary>Takes a segment that a device has accepted.</summary>
    /// <param name="source">Where it was read.</param>
    /// <param name="skip">How many bytes were left out before it.</param>
    /// <param name="count">How many bytes were accepted.</param>
    /// <param name="isAltered">Whether it was altered.</param>
    public void Take(Session source, ByteCount skip, ByteCount count, bool isAltered)
    {
        if (isAltered || !Continues(source, skip)) TookOther = true;
        if (Source != source) Next = default;
        Source = source;
        Next = new ByteCount(Next.Value + skip.Value + count.Value);
    }

    /// <summary>Whether a segment is what comes next.</summary>
    /// <param name="source">Where it was read.</param>
    /// <param name="skip">How many bytes are left out before it.</param>
    /// <returns>True if it is.</returns>
    public bool Continues(Session source, ByteCount skip) =>
        (Source is null || Source == source) && skip.Value == 0;
}
