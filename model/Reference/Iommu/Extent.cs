using IoSpec.Contracts;

namespace IoSpec.Reference.Iommu;

/// <summary>One version of what a range of input addresses translates to.</summary>
/// <param name="Range">The input addresses: whole pages.</param>
/// <param name="To">The output address of the first of them.</param>
/// <param name="Allowed">The rights of the leaves.</param>
/// <param name="Present">False if the version is that nothing is mapped.</param>
/// <param name="Split">Whether it is what was left of a mapping after a part had changed.</param>
public readonly record struct Extent(IovaRange Range, Gpa To, Access Allowed, bool Present, bool Split)
{
    /// <summary>The step at which the version came to count.</summary>
    public int Born { get; init; }

    /// <summary>The step at which the version was superseded.</summary>
    public int Died { get; init; }

    /// <summary>Whether it went with its domain.</summary>
    public bool Destroyed { get; init; }

    /// <summary>The version that nothing is mapped.</summary>
    /// <param name="range">The input addresses.</param>
    /// <returns>The version.</returns>
    public static Extent Absent(IovaRange range) => new(range, default, Access.None, false, false);

    /// <summary>The part of the version in a range that lies inside it.</summary>
    /// <param name="part">The range.</param>
    /// <returns>The part.</returns>
    public Extent Part(IovaRange part) =>
        this with { Range = part, To = To.Plus(part.First.Value - Range.First.Value) };

    /// <summary>The output address of an input address in the range.</summary>
    /// <param name="at">The input address.</param>
    /// <returns>The output address.</returns>
    public Gpa Output(Iova at) => To.Plus(at.Value - Range.First.Value);
}
