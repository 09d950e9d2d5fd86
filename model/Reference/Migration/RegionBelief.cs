using System.Numerics;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>Which words a device of the first version may have as its state.</summary>
/// <param name="Bits">Bit n for the word n.</param>
public readonly record struct RegionBelief(int Bits)
{
    /// <summary>Whether the word is known.</summary>
    public bool IsCertain => BitOperations.IsPow2(Bits);

    /// <summary>One of the possible words; the word if it is known.</summary>
    public RegionBits Word => (RegionBits)BitOperations.TrailingZeroCount(Bits);

    /// <summary>One word.</summary>
    public static RegionBelief Of(RegionBits word) => new(1 << (int)word);

    /// <summary>This or the other.</summary>
    public RegionBelief Or(RegionBelief other) => new(Bits | other.Bits);

    /// <summary>Whether a word is possible.</summary>
    public bool Has(RegionBits word) => (Bits >> (int)word & 1) != 0;

    /// <summary>Whether all possible words have a property.</summary>
    public bool All(Func<RegionBits, bool> property)
    {
        for (var rest = Bits; rest != 0; rest &= rest - 1)
        {
            if (!property((RegionBits)BitOperations.TrailingZeroCount(rest))) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var words = new List<RegionBits>();
        for (var rest = Bits; rest != 0; rest &= rest - 1) words.Add((RegionBits)BitOperations.TrailingZeroCount(rest));
        return string.Join(" or ", words);
    }
}
