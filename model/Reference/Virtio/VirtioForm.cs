using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Reference.Virtio;

/// <summary>Whether an operation makes sense: what it says can be done, right or wrong.</summary>
public static class VirtioForm
{
    private const VirtioStatus Found = VirtioStatus.Acknowledge | VirtioStatus.Driver;
    private const VirtioStatus Settled = VirtioStatus.FeaturesOk | VirtioStatus.DriverOk;
    private const VirtioStatus Running = Settled | VirtioStatus.NeedsReset | VirtioStatus.Failed;
    private const ulong LongestBuffer = 2 * Page.Bytes;

    /// <summary>Whether an operation makes sense.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>False if it is to be skipped.</returns>
    public static bool Applies(VirtioState state, VirtioOperation operation) => operation switch
    {
        VirtioOperation.AcceptFeatures accept => MayAccept(state, accept.Features),
        VirtioOperation.SetStatus set => IsStatus(state, set.Status),
        VirtioOperation.SetUpQueue queue => !state.HasQueue && MaySetUp(state)
            && VirtioLayout.PageOf(queue.Ring.Value) is 0 or VirtioLayout.Shift
            && queue.Ring.Value % Page.Bytes == 0,
        VirtioOperation.ResetQueue => state.HasQueue && (state.Accepted & VirtioFeatures.RingReset) != 0
            && (state.Status & VirtioStatus.DriverOk) != 0,
        VirtioOperation.Offer offer => IsOffer(state, offer),
        VirtioOperation.Kick { IfWanted: true } => state.HasQueue && state.IsMaster && !state.IsOpen && state.HasNews
            && (state.Status & Running) == (state.IsLegacy ? VirtioStatus.DriverOk : Settled),
        VirtioOperation.Kick => !state.IsLegacy || !state.HasQueue || (state.Status & VirtioStatus.DriverOk) != 0,
        VirtioOperation.WantInterrupts want => want.After == 0
            || (state.HasEvents && want is { Wanted: true, After: > 0 and <= 64 }),
        VirtioOperation.Map map => state.Configuration.HasTables() && IsMapping(map),
        VirtioOperation.Unmap unmap => state.Configuration.HasTables() && IsPage(unmap.At.Value),
        _ => true,
    };

    // A legacy driver is never refused: it has nothing to ask by. Of a queue whose form changes after it was set up
    // nothing can be expected (virtio 1.2, 3.1.1, steps 4 to 7).
    private static bool MayAccept(VirtioState state, VirtioFeatures features) => !state.HasQueue && (state.IsLegacy
        ? (features & ~state.Configuration.Offered) == 0 && (state.Status & VirtioStatus.DriverOk) == 0
        : (state.Status & VirtioStatus.FeaturesOk) == 0);

    // Bits are set only, in the order of the specification; a driver that has told of buffers too early starts again.
    private static bool IsStatus(VirtioState state, VirtioStatus status)
    {
        const VirtioStatus Known = VirtioStatus.Acknowledge | VirtioStatus.Driver | VirtioStatus.DriverOk
            | VirtioStatus.FeaturesOk | VirtioStatus.Failed;
        var kept = state.Status & Known;
        var added = status & ~kept;
        return status != VirtioStatus.None && (status & ~Known) == 0 && (status & kept) == kept
            && ((added & VirtioStatus.FeaturesOk) == 0 || (!state.IsLegacy && (kept & Found) == Found))
            && ((added & VirtioStatus.DriverOk) == 0
                || (HasNegotiated(state) && (state.Waiting == 0 || !state.HasQueue)));
    }

    private static bool HasNegotiated(VirtioState state) => state.IsLegacy
        ? (state.Status & Found) == Found
        : (state.Status & VirtioStatus.FeaturesOk) != 0 || state.WasRefused;

    private static bool MaySetUp(VirtioState state) => HasNegotiated(state) &&
        ((state.Status & VirtioStatus.DriverOk) == 0 || state.Model.QueueWasReset);

    // A driver without a queue still has the memory of the former one.
    private static bool IsOffer(VirtioState state, VirtioOperation.Offer offer)
    {
        if (offer.Head is < 0 or > 65535 || offer.Chain.Count > state.Size) return false;
        if (state.IsPacked && (offer.Chain.Count < 1 || offer.Chain.Count > state.Size - state.Waiting
            || state.IsTaken(offer.Head))) return false;
        if (offer.Table.Count > VirtioLayout.TableSize) return false;
        foreach (var descriptor in offer.Chain)
        {
            var isTable = (descriptor.Flags & DescriptorFlags.Indirect) != 0;
            if (!(isTable ? IsTable(descriptor) : IsBuffer(descriptor))) return false;
        }

        foreach (var descriptor in offer.Table)
        {
            if (!IsBuffer(descriptor)) return false;
        }

        return true;
    }

    private static bool IsTable(Descriptor descriptor) =>
        VirtioLayout.PageOf(descriptor.At.Value) is 1 or 1 + VirtioLayout.Shift
        && descriptor.At.Value % Page.Bytes == 0 && descriptor.Length.Value <= VirtioLayout.TableSize * 16
        && IsPlain(descriptor);

    // Buffers are where no ring is, whichever way their address is taken; beyond memory there is nothing.
    private static bool IsBuffer(Descriptor descriptor)
    {
        if (!IsPlain(descriptor) || descriptor.Length.Value > LongestBuffer) return false;
        var first = VirtioLayout.PageOf(descriptor.At.Value);
        var last = VirtioLayout.PageOf(descriptor.At.Value + Math.Max(descriptor.Length.Value, 1) - 1);
        return IsFree(first) && IsFree(last) && (first >= VirtioLayout.Shift) == (last >= VirtioLayout.Shift);
    }

    private static bool IsPlain(Descriptor descriptor) => descriptor.Next is >= 0 and <= 65535
        && (int)descriptor.Flags is >= 0 and <= 7;

    private static bool IsFree(int page) => page % VirtioLayout.Shift > VirtioLayout.TablePage;

    private static bool IsPage(ulong at) => VirtioLayout.PageOf(at) >= 0 && at % Page.Bytes == 0;

    // Pages of rings are mapped to those of rings, and others to others.
    private static bool IsMapping(VirtioOperation.Map map) => IsPage(map.At.Value) && IsPage(map.To.Value)
        && (map.Access & ~(Access.Read | Access.Write)) == 0
        && (IsFree(VirtioLayout.PageOf(map.At.Value))
            ? IsFree(VirtioLayout.PageOf(map.To.Value))
            : VirtioLayout.PageOf(map.To.Value) == VirtioLayout.PageOf(map.At.Value) % VirtioLayout.Shift);
}
