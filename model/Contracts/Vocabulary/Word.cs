namespace IoSpec.Contracts;

/// <summary>Eight bytes of a table, a queue or a register, as the specification numbers their bits.</summary>
/// <param name="Value">The number; bit 0 is the least significant.</param>
public readonly record struct Word(ulong Value) : IScalar<Word>, IComparable<Word>
{
    /// <inheritdoc/>
    public static ulong Least => 0;

    /// <inheritdoc/>
    public static int Bits => 64;

    /// <inheritdoc/>
    public ulong Raw => Value;

    /// <inheritdoc/>
    public static Word From(ulong raw) => new(raw);

    /// <summary>Whether a bit is set.</summary>
    /// <param name="bit">The bit, 0 to 63.</param>
    /// <returns>True if it is 1.</returns>
    public bool Has(int bit) => (Value >> bit & 1) != 0;

    /// <summary>A field.</summary>
    /// <param name="high">Its highest bit.</param>
    /// <param name="low">Its lowest bit.</param>
    /// <returns>The field, moved down to bit 0.</returns>
    public ulong Field(int high, int low) => Value >> low & (ulong.MaxValue >> (63 - (high - low)));

    /// <summary>The word with a field replaced.</summary>
    /// <param name="high">Its highest bit.</param>
    /// <param name="low">Its lowest bit.</param>
    /// <param name="value">The field; what does not fit is cut off.</param>
    /// <returns>The word.</returns>
    public Word With(int high, int low, ulong value)
    {
        var mask = ulong.MaxValue >> (63 - (high - low));
        return new Word((Value & ~(mask << low)) | ((value & mask) << low));
    }

    /// <summary>The word with one bit turned over.</summary>
    /// <param name="bit">The bit, 0 to 63.</param>
    /// <returns>The word.</returns>
    public Word Flip(int bit) => new(Value ^ (1ul << bit));

    /// <inheritdoc/>
    public int CompareTo(Word other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => $"0x{Value:x16}";
}
