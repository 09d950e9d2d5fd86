using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>What the judge has to know of a format; each format is one implementation, without a state.</summary>
public abstract class WalkFormat
{
    /// <summary>The requirements of the format.</summary>
    public abstract FormatRequirements Requirements { get; }

    /// <summary>What the format does with interrupt messages; null if nothing.</summary>
    public virtual MessageFormat? Messages => null;

    /// <summary>The words of a fault record; 0 if there are no records, which are then not asked for.</summary>
    public abstract int WordsOfRecord { get; }

    /// <summary>The bits of a word of an entry in which an address can be.</summary>
    public virtual Word AddressBits => new(0x000f_ffff_ffff_f000);

    /// <summary>The bits of a word of an entry in which a mark of use or change can be.</summary>
    public virtual Word MarkBits => default;

    /// <summary>Walks for a request.</summary>
    /// <param name="unit">What the unit can do.</param>
    /// <param name="request">The request.</param>
    /// <param name="entries">Memory and registers, in one version.</param>
    /// <returns>The result.</returns>
    public abstract WalkResult Walk(WalkUnit unit, in WalkRequest request, IEntries entries);

    /// <summary>Whether software may store a word to a table: otherwise nothing is specified.</summary>
    /// <param name="configuration">The unit and its memory.</param>
    /// <param name="entry">The store.</param>
    /// <returns>False if it must not.</returns>
    public virtual bool MayStore(WalkConfiguration configuration, EntryWrite entry) => true;

    /// <summary>Whether software may read a word of a table.</summary>
    /// <param name="unit">What the unit can do.</param>
    /// <param name="at">The address, in the memory for tables.</param>
    /// <returns>False if nothing is told of what is there.</returns>
    public virtual bool MayRead(WalkUnit unit, Gpa at) => true;

    /// <summary>What a command is.</summary>
    /// <param name="unit">What the unit can do.</param>
    /// <param name="command">The words of the command.</param>
    /// <returns>Its effect.</returns>
    public abstract CommandEffect Decode(WalkUnit unit, ValueList<Word> command);

    /// <summary>What a command is, as registers and memory are when it is submitted.</summary>
    /// <param name="state">What is known of the unit.</param>
    /// <param name="command">The words of the command.</param>
    /// <returns>Its effect.</returns>
    public virtual CommandEffect Decode(WalkState state, ValueList<Word> command) =>
        Decode(state.Configuration.Unit, command);

    /// <summary>Writes the answer to a request, where the format has requests that are answered.</summary>
    /// <param name="unit">What the unit can do.</param>
    /// <param name="terms">What may be answered.</param>
    /// <param name="status">How the request ends.</param>
    /// <returns>What the unit writes.</returns>
    public virtual WalkObservation.Answered Answer(WalkUnit unit, ViommuTerms terms, int status) =>
        throw new InvalidOperationException("No command of the format is answered.");

    /// <summary>Whether software may submit a command: otherwise nothing is specified.</summary>
    /// <param name="state">What is known of the unit.</param>
    /// <param name="command">The words of the command.</param>
    /// <returns>False if it must not.</returns>
    public virtual bool MaySubmit(WalkState state, ValueList<Word> command) => true;

    /// <summary>Whether software may program a register so: otherwise nothing is specified.</summary>
    /// <param name="register">The register.</param>
    /// <param name="now">What it holds.</param>
    /// <param name="value">What it would hold.</param>
    /// <returns>False if it must not.</returns>
    public virtual bool MayProgram(UnitRegister register, Word now, Word value) => true;

    /// <summary>Whether software may program a register, as the unit is: otherwise nothing is specified.</summary>
    /// <param name="state">What is known of the unit.</param>
    /// <param name="program">The operation.</param>
    /// <returns>False if it must not.</returns>
    public virtual bool MayProgram(WalkState state, WalkOperation.Program program) =>
        MayProgram(program.Register, state.Register(program.Register).Now, program.Value);

    /// <summary>What programming a register invalidates, as the harness programs it; null for nothing.</summary>
    /// <param name="register">The register.</param>
    /// <returns>What it covers.</returns>
    public virtual WalkScope? Invalidates(UnitRegister register) => null;

    /// <summary>Whether an entry with some content may be cached at all.</summary>
    /// <param name="unit">What the unit can do.</param>
    /// <param name="use">For what it was read.</param>
    /// <param name="content">What it held.</param>
    /// <returns>True if it may.</returns>
    public abstract bool MayCache(WalkUnit unit, in EntryUse use, ReadOnlySpan<Word> content);

    /// <summary>Whether two contents of an entry are the same to every request.</summary>
    /// <param name="use">For what it is read.</param>
    /// <param name="one">The one content.</param>
    /// <param name="other">The other.</param>
    /// <returns>True if no walk can tell them apart.</returns>
    public virtual bool IsSame(in EntryUse use, ReadOnlySpan<Word> one, ReadOnlySpan<Word> other) =>
        one.SequenceEqual(other);

    /// <summary>The marks that the unit may set in an entry although no request called for them.</summary>
    /// <param name="unit">What the unit can do.</param>
    /// <param name="entry">A word of the entry.</param>
    /// <returns>The bits that it may turn.</returns>
    public virtual Word MayMark(WalkUnit unit, Word entry) => default;

    /// <summary>Whether the former content of an entry may no longer be used.</summary>
    /// <param name="use">For what it is read.</param>
    /// <param name="content">What it held.</param>
    /// <param name="died">When it was overwritten.</param>
    /// <param name="commands">The invalidations that have completed.</param>
    /// <returns>True if an invalidation has ended it.</returns>
    public abstract bool IsRetired(
        in EntryUse use, ReadOnlySpan<Word> content, long died, CommandLog commands);

    /// <summary>Whether a device that works only with tables can be made to send anything.</summary>
    /// <param name="state">What is known of the unit.</param>
    /// <param name="requester">The device.</param>
    /// <returns>False if its queue is out of its reach.</returns>
    public virtual bool HasTables(WalkState state, RequesterId requester) => true;

    /// <summary>Whether a request is one for memory: not an interrupt message, not into a range of its own.</summary>
    /// <param name="unit">What the unit can do.</param>
    /// <param name="request">The request.</param>
    /// <returns>False if the walk does not apply to it.</returns>
    public virtual bool IsForMemory(WalkUnit unit, in WalkRequest request) => true;

    /// <summary>Whether it is known what there is for a request.</summary>
    /// <param name="state">What is known of the unit.</param>
    /// <param name="request">The request.</param>
    /// <returns>False if nothing can be told of it.</returns>
    public virtual bool IsKnown(WalkState state, in WalkRequest request) => true;

    /// <summary>
    /// The requirement by which what a request reaches was kept; null if it is reached for no such reason.
    /// </summary>
    /// <param name="state">What is known of the unit.</param>
    /// <param name="request">The request, which has to reach memory.</param>
    /// <returns>The requirement that is broken if it does not.</returns>
    public virtual Requirement? Keeps(WalkState state, in WalkRequest request) => null;

    /// <summary>The pages that a record may name for an address.</summary>
    /// <param name="unit">What the unit can do.</param>
    /// <param name="at">The address of the request.</param>
    /// <returns>The pages, one or several.</returns>
    public virtual ValueList<Iova> PagesOf(WalkUnit unit, Iova at) => [at.PageStart()];

    /// <summary>Reads a fault record.</summary>
    /// <param name="record">Its words.</param>
    /// <returns>What it says; null if it is no record of a request.</returns>
    public abstract FaultFields? Read(ReadOnlySpan<Word> record);

    /// <summary>Writes the record of a fault.</summary>
    /// <param name="request">The request.</param>
    /// <param name="fault">Why it faulted.</param>
    /// <returns>The words of the record.</returns>
    public abstract ValueList<Word> Write(in WalkRequest request, WalkFault fault);
}
