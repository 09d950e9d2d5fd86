using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>The virtio IOMMU: requests, which are answered, make the mappings of domains.</summary>
/// <remarks>Source: virtio 1.3, 5.13, IOMMU device. A change counts when its request is answered.</remarks>
/// <param name="rules">The decisions of the specification.</param>
public sealed class ViommuFormat(ViommuRules rules) : WalkFormat
{
    private readonly ViommuWalk _walk = new(rules);
    private readonly ViommuLaw _law = new(rules);

    /// <inheritdoc/>
    public override FormatRequirements Requirements => WalkRequirements.Viommu;

    /// <inheritdoc/>
    public override int WordsOfRecord => ViommuRecord.Words;

    /// <inheritdoc/>
    public override WalkResult Walk(WalkUnit unit, in WalkRequest request, IEntries entries) =>
        _walk.Of(Of(unit), request, entries);

    /// <summary>What a request does depends on the domains that there are.</summary>
    /// <inheritdoc/>
    public override CommandEffect Decode(WalkUnit unit, ValueList<Word> command) => CommandEffect.Open.Instance;

    /// <inheritdoc/>
    public override CommandEffect Decode(WalkState state, ValueList<Word> command) =>
        ViommuBytes.Of(command) is { } request
            ? new CommandEffect.Asks(_law.Of(state, request))
            : CommandEffect.Open.Instance;

    /// <inheritdoc/>
    public override WalkObservation.Answered Answer(WalkUnit unit, ViommuTerms terms, int status) =>
        ViommuAnswer.Of(Of(unit), rules, terms.Request, status);

    /// <inheritdoc/>
    public override bool MaySubmit(WalkState state, ValueList<Word> command) => ViommuTold.IsTold(state, command);

    /// <summary>A driver chooses the bypass mode, where it can be chosen.</summary>
    /// <inheritdoc/>
    public override bool MayProgram(WalkState state, WalkOperation.Program program) =>
        program.Register == UnitRegister.Bypass && Of(state.Configuration.Unit).HasBypass
        && program.Value.Value <= 1;

    /// <summary>There are no tables.</summary>
    /// <inheritdoc/>
    public override bool MayStore(WalkConfiguration configuration, EntryWrite entry) => false;

    /// <inheritdoc/>
    public override bool MayRead(WalkUnit unit, Gpa at) => false;

    /// <inheritdoc/>
    public override bool MayCache(WalkUnit unit, in EntryUse use, ReadOnlySpan<Word> content) =>
        rules.Caches(use.Kind, content[0]);

    /// <summary>No request is about what is cached: nothing is.</summary>
    /// <inheritdoc/>
    public override bool IsRetired(in EntryUse use, ReadOnlySpan<Word> content, long died, CommandLog commands) =>
        false;

    /// <inheritdoc/>
    public override bool HasTables(WalkState state, RequesterId requester) => state.Domains.Of(requester) is not null;

    /// <summary>What endpoints reserve is not translated.</summary>
    /// <inheritdoc/>
    public override bool IsForMemory(WalkUnit unit, in WalkRequest request) => !Of(unit).IsReserved(request.At);

    /// <summary>Where a device has done what it should have refused, nobody knows what there is.</summary>
    /// <inheritdoc/>
    public override bool IsKnown(WalkState state, in WalkRequest request) =>
        state.Domains.Of(request.Requester) is not { } domain
        || state.Domains.Touched(domain, new IovaRange(request.At, request.At)).All(mapping => !mapping.IsDoubtful);

    /// <summary>A mapping that a removal has to spare is missing because of that.</summary>
    /// <inheritdoc/>
    public override Requirement? Keeps(WalkState state, in WalkRequest request) =>
        state.Domains.Of(request.Requester) is { } domain && state.Domains.IsBypass(domain) is false
        && state.Domains.Touched(domain, new IovaRange(request.At, request.At)).Any(mapping => mapping.IsSpared)
            ? Requirements.Requests!.Spares
            : null;

    /// <inheritdoc/>
    public override FaultFields? Read(ReadOnlySpan<Word> record) => ViommuRecord.FieldsOf(record);

    /// <inheritdoc/>
    public override ValueList<Word> Write(in WalkRequest request, WalkFault fault) => rules.Record(request, fault);

    private static ViommuUnit Of(WalkUnit unit) => new((WalkUnit.Viommu)unit);
}
