using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Tce;

/// <summary>The windows of host bridges of pseries, each with one table of entries (TCE).</summary>
/// <remarks>
/// Source: Linux arch/powerpc/platforms/pseries/iommu.c, which fills such tables; QEMU hw/ppc/spapr_iommu.c, which
/// walks them. A change counts when its call returns.
/// </remarks>
/// <param name="rules">The decisions of the sources.</param>
public sealed class TceFormat(TceRules rules) : WalkFormat
{
    private readonly TceCommands _commands = new(rules);

    /// <inheritdoc/>
    public override FormatRequirements Requirements => WalkRequirements.Tce;

    /// <inheritdoc/>
    public override int WordsOfRecord => 0;

    /// <inheritdoc/>
    public override WalkResult Walk(WalkUnit unit, in WalkRequest request, IEntries entries)
    {
        // 1. The address is in a window of the requester.
        if (rules.WindowOf((WalkUnit.Tce)unit, request.Requester, request.At) is not { } window)
            return Fault(WalkCause.AddressTooWide);

        // 2. The entry of its page.
        Span<Word> entry = stackalloc Word[1];
        var use = new EntryUse(EntryKind.Page, request.Requester, null, 0, null, 1, 1, request.At);
        if (!entries.TryRead(use, window.EntryOf(request.At), entry)) return Fault(WalkCause.Unreadable);
        if (!rules.IsPresent(entry[0])) return Fault(WalkCause.NotPresent);

        // 3. Its rights, and its page.
        return rules.Admits(entry[0], request.Wanted)
            ? WalkResult.To(rules.OutputOf(window, entry[0], request.At))
            : Fault(WalkCause.NoRight);
    }

    /// <summary>What a call does depends on the entries that there are.</summary>
    /// <inheritdoc/>
    public override CommandEffect Decode(WalkUnit unit, ValueList<Word> command) => CommandEffect.Open.Instance;

    /// <inheritdoc/>
    public override CommandEffect Decode(WalkState state, ValueList<Word> command) => _commands.Decode(state, command);

    /// <inheritdoc/>
    public override bool MaySubmit(WalkState state, ValueList<Word> command) => TceCommands.IsTold(state, command);

    /// <summary>Windows have no registers.</summary>
    /// <inheritdoc/>
    public override bool MayProgram(UnitRegister register, Word now, Word value) => false;

    /// <inheritdoc/>
    public override bool MayStore(WalkConfiguration configuration, EntryWrite entry) =>
        TceCommands.MayStore(configuration, entry);

    /// <inheritdoc/>
    public override bool MayRead(WalkUnit unit, Gpa at) =>
        TceCommands.WindowOf((WalkUnit.Tce)unit, at) is not null;

    /// <inheritdoc/>
    public override bool MayCache(WalkUnit unit, in EntryUse use, ReadOnlySpan<Word> content) =>
        rules.Caches(content[0]);

    /// <summary>Entries without a right are all alike.</summary>
    /// <inheritdoc/>
    public override bool IsSame(in EntryUse use, ReadOnlySpan<Word> one, ReadOnlySpan<Word> other) =>
        one.SequenceEqual(other) || (!rules.IsPresent(one[0]) && !rules.IsPresent(other[0]));

    /// <summary>No command is about what is cached: nothing is.</summary>
    /// <inheritdoc/>
    public override bool IsRetired(in EntryUse use, ReadOnlySpan<Word> content, long died, CommandLog commands) =>
        false;

    /// <summary>Where a harness has entries of its own, nothing is asked.</summary>
    /// <inheritdoc/>
    public override bool IsForMemory(WalkUnit unit, in WalkRequest request)
    {
        foreach (var window in ((WalkUnit.Tce)unit).Windows.AsSpan())
        {
            if (window.Requester == request.Requester && window.Holds(request.At) && !window.IsOpen(request.At))
                return false;
        }

        return true;
    }

    /// <summary>There are no records.</summary>
    /// <inheritdoc/>
    public override FaultFields? Read(ReadOnlySpan<Word> record) => null;

    /// <inheritdoc/>
    public override ValueList<Word> Write(in WalkRequest request, WalkFault fault) => [];

    private static WalkResult Fault(WalkCause cause) => WalkResult.Of(new WalkFault(cause, [], Logging.Never));
}
