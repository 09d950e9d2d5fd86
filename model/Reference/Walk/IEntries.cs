using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>What a walk sees of memory and registers: one version of each entry.</summary>
public interface IEntries
{
    /// <summary>Reads an entry as one unit.</summary>
    /// <param name="use">For what.</param>
    /// <param name="at">Its address, aligned to a word.</param>
    /// <param name="into">Takes its words.</param>
    /// <returns>False if the read is aborted: nothing is there.</returns>
    bool TryRead(in EntryUse use, Gpa at, Span<Word> into);

    /// <summary>Reads a register that says where the first table is.</summary>
    /// <param name="use">For what.</param>
    /// <param name="register">The register.</param>
    /// <returns>Its content.</returns>
    Word Read(in EntryUse use, UnitRegister register);

    /// <summary>Whether, of two readings that the specification leaves open, this walk takes the second.</summary>
    /// <returns>True on some walks of a request, false on others.</returns>
    bool IsTaken();

    /// <summary>Whether earlier requests may have turned bits of an entry, so that they are not turned again.</summary>
    /// <param name="at">The address of the word.</param>
    /// <param name="bits">The bits.</param>
    /// <returns>True if all of them may be turned by now.</returns>
    bool MayBeMarked(Gpa at, Word bits);

    /// <summary>The unit turns bits of an entry: marks of use and change.</summary>
    /// <param name="at">The address of the word.</param>
    /// <param name="bits">The bits that are not yet as the mark has them.</param>
    /// <param name="must">Whether they have to be set when the request succeeds; otherwise they may be.</param>
    void Mark(Gpa at, Word bits, bool must);
}
