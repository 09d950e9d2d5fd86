using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>A session as the model of a device has it: amounts of data, and the state that they stand for.</summary>
/// <param name="step">The step that opened it.</param>
/// <param name="saves">Whether it saves; otherwise it loads.</param>
public sealed class ModelSession(int step, bool saves)
{
    /// <summary>The step that opened it.</summary>
    public int Step { get; } = step;

    /// <summary>Whether it saves; otherwise it loads.</summary>
    public bool Saves { get; } = saves;

    /// <summary>Whether it gives and takes data.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>What is left of the first round.</summary>
    public ByteCount Initial { get; set; }

    /// <summary>What was changed since it was read.</summary>
    public ByteCount Dirty { get; set; }

    /// <summary>What is left of the final state.</summary>
    public ByteCount Final { get; set; }

    /// <summary>What was read.</summary>
    public ByteCount Read { get; set; }

    /// <summary>The state that the stream stands for; null while the device runs.</summary>
    public SavedState? Saved { get; set; }

    /// <summary>The configuration of the source, which is no part of the stream.</summary>
    public (Word[] Config, InterruptLine?[] Vectors) Configuration { get; set; } = ([], []);

    /// <summary>The session that the data was read from.</summary>
    public ModelSession? Source { get; set; }

    /// <summary>How much of it was taken.</summary>
    public ByteCount Next { get; set; }

    /// <summary>Whether something else was taken.</summary>
    public bool TookOther { get; set; }

    /// <summary>What is left to read.</summary>
    public ByteCount Left => new(Initial.Value + Dirty.Value + Final.Value);

    /// <summary>The same session once more.</summary>
    /// <returns>The copy.</returns>
    public ModelSession Copy() => (ModelSession)MemberwiseClone();

    /// <summary>How many bytes of what was read from a session are left to write.</summary>
    /// <param name="source">That session.</param>
    /// <param name="skip">How many bytes are left out before.</param>
    /// <returns>The bytes from the next one on.</returns>
    public ByteCount LeftOf(ModelSession source, ByteCount skip)
    {
        var gone = (Source == source ? Next.Value : 0) + skip.Value;
        return new ByteCount(source.Read.Value - Math.Min(gone, source.Read.Value));
    }

    /// <summary>What it has received.</summary>
    public Reception Reception
    {
        get
        {
            if (TookOther) return Reception.Altered;
            var isWhole = Source is { Saved: not null, Left.Value: 0 } && Next == Source.Read;
            return isWhole ? Reception.Complete : Reception.Incomplete;
        }
    }

    /// <summary>Takes bytes out: first those of the first round, then changed ones, then the final state.</summary>
    /// <param name="count">How many.</param>
    public void Remove(ByteCount count)
    {
        var left = count.Value;
        var initial = Math.Min(left, Initial.Value);
        var dirty = Math.Min(left - initial, Dirty.Value);
        Initial = new ByteCount(Initial.Value - initial);
        Dirty = new ByteCount(Dirty.Value - dirty);
        Final = new ByteCount(Final.Value - (left - initial - dirty));
        Read = new ByteCount(Read.Value + count.Value);
    }
}
