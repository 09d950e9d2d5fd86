using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using IoSpec.Engine;
using IoSpec.Reference.Virtio;

namespace IoSpec.Areas.Virtio;

/// <summary>Draws the next operation: mostly what brings the driver on, or a buffer, or a kick.</summary>
internal static class VirtioDraw
{
    private const VirtioStatus Found = VirtioStatus.Acknowledge | VirtioStatus.Driver;
    private const VirtioFeatures Known = VirtioFeatures.IndirectDescriptors | VirtioFeatures.Version1
        | VirtioFeatures.AccessPlatform | VirtioFeatures.RingReset | VirtioFeatures.RingPacked
        | VirtioFeatures.EventIndex;

    private static readonly int[] Weights =
    [
        40, // offer
        0, // kick: as its habit is
        4, // interrupts
        4, // bus master
        10, // map
        5, // unmap
        3, // reset of the queue
        2, // features
        2, // reset
    ];

    private static VirtioOperation Kick { get; } = new VirtioOperation.Kick(false);

    private static VirtioOperation KickIfWanted { get; } = new VirtioOperation.Kick(true);

    public static VirtioOperation Next(
        VirtioState plan, ref Choices choices, DriverHabit habit, bool hasMaster = true)
    {
        if (habit.Errs(ref choices, 12)) return Of(choices.Below(Weights.Length), plan, ref choices, habit, hasMaster);
        if (plan.IsLegacy)
        {
            if (LegacyNegotiation(plan, ref choices) is { } step) return step;
        }
        else if ((plan.Status & VirtioStatus.FeaturesOk) == 0)
        {
            var goesOn = habit.IsStubborn
                || (!choices.OneIn(8) && ((choices.Swarm >> 42) & 3) != 3);
            return plan.WasRefused && goesOn
                ? Defiance(plan, ref choices, habit)
                : Negotiation(plan, ref choices, habit);
        }

        if (plan.IsOpen || (plan.Status & VirtioStatus.NeedsReset) != 0)
            return choices.OneIn(4 * habit.Care) ? Kick : new VirtioOperation.ResetDevice();
        if ((plan.Status & VirtioStatus.DriverOk) == 0)
        {
            if (!plan.HasQueue && !choices.OneIn(6)) return SetUp(plan, ref choices, habit);
            if (plan.HasQueue && plan.Waiting > 0)
                return plan.IsLegacy || choices.OneIn(2) ? new VirtioOperation.ResetDevice() : Kick;
            if (!choices.OneIn(4)) return new VirtioOperation.SetStatus(plan.Status | VirtioStatus.DriverOk);
        }
        else if (!plan.HasQueue && (habit.IsBatching ? !choices.OneIn(4) : choices.OneIn(4)))
        {
            return plan.QueueWasReset ? SetUp(plan, ref choices, habit) : new VirtioOperation.ResetDevice();
        }

        if (habit.IsBatching && plan.IsIgnored && !choices.OneIn(3))
            return plan.IsMaster ? new VirtioOperation.ResetDevice() : new VirtioOperation.BusMaster(true);
        if (!plan.IsMaster && choices.OneIn(4)) return new VirtioOperation.BusMaster(true);
        if (plan.Taken >= plan.Size && (plan.IsPacked || !choices.OneIn(8))) return Full(plan, ref choices);
        Span<int> weights = stackalloc int[Weights.Length];
        var drawn = choices.Swarm | 3;
        for (var i = 0; i < weights.Length; i++)
            weights[i] = Weights[i] * (int)((drawn >> i) & 1) / (i > 1 ? Math.Min(habit.Care, 4) : 1);
        weights[1] = habit.KickWeight;

        // What is not possible is a kick.
        if (habit.IsBatching && !plan.Configuration.HasTables()) weights[4] = weights[5] = 0;
        if (habit.IsBatching && (plan.Accepted & VirtioFeatures.RingReset) == 0) weights[6] = 0;
        return Of(choices.Weighted(weights), plan, ref choices, habit, hasMaster);
    }

    private static VirtioOperation Of(
        int kind, VirtioState plan, ref Choices choices, DriverHabit habit, bool hasMaster) => kind switch
        {
            0 when !plan.IsPacked || plan.Taken < plan.Size => ChainDraw.Offer(plan, ref choices, habit),
            1 => Tell(plan, ref choices),
            2 => Interrupts(plan, ref choices),
            3 when hasMaster => new VirtioOperation.BusMaster(choices.OneIn(2)),
            4 when plan.Configuration.HasTables() => Map(plan, ref choices),
            5 when plan.Configuration.HasTables() => new VirtioOperation.Unmap(AnyPage(plan, ref choices)),
            6 when VirtioForm.Applies(plan, new VirtioOperation.ResetQueue()) => new VirtioOperation.ResetQueue(),
            7 when choices.OneIn(4) && (plan.Status & VirtioStatus.NeedsReset) == 0 =>
                new VirtioOperation.SetStatus(plan.Status | VirtioStatus.Failed),
            7 => new VirtioOperation.ReadFeatures(),
            8 => new VirtioOperation.ResetDevice(),
            _ => Kick,
        };

    // Of more than there is room for a device is to make nothing, whether or not it could reach it.
    private static VirtioOperation Full(VirtioState plan, ref Choices choices) =>
        plan.Waiting > plan.Size && plan.Configuration.HasTables() && choices.OneIn(2)
            && plan.Buffer(choices.Below(2 * plan.Waiting)) is { } at && VirtioForm.Applies(plan, UnmapPageOf(at))
                ? UnmapPageOf(at) : Tell(plan, ref choices);

    private static VirtioOperation.Unmap UnmapPageOf(Iova at) =>
        new(new Iova(VirtioLayout.AddressOf(VirtioLayout.PageOf(at.Value))));

    private static VirtioOperation Tell(VirtioState plan, ref Choices choices) =>
        choices.OneIn(3) && VirtioForm.Applies(plan, KickIfWanted) ? KickIfWanted : Kick;

    private static VirtioOperation.WantInterrupts Interrupts(VirtioState plan, ref Choices choices)
    {
        var isWanted = plan.HasEvents ? !choices.OneIn(4) : choices.OneIn(2);
        return new(isWanted, isWanted && plan.HasEvents ? choices.Below(choices.OneIn(4) ? 64 : 4) : 0);
    }

    // A driver that goes on although it was refused.
    private static VirtioOperation Defiance(VirtioState plan, ref Choices choices, DriverHabit habit)
    {
        if (!plan.HasQueue) return SetUp(plan, ref choices, habit);
        if ((plan.Status & VirtioStatus.DriverOk) == 0)
        {
            if (plan.Waiting > 0) return new VirtioOperation.ResetDevice();

            // Where a device has not refused, although it should have or might have, FEATURES_OK is not to be cleared.
            var isPhantom = (plan.Accepted & ~plan.Configuration.Offered) != 0;
            var kept = isPhantom || choices.OneIn(8) ? VirtioStatus.FeaturesOk : VirtioStatus.None;
            return new VirtioOperation.SetStatus(plan.Status | kept | VirtioStatus.DriverOk);
        }

        if (plan.Waiting == 0) return ChainDraw.Offer(plan, ref choices, habit);
        if (!plan.IsIgnored) return Kick;
        return habit.IsStubborn && plan.Taken < plan.Size && choices.OneIn(2)
            ? ChainDraw.Offer(plan, ref choices, habit) : new VirtioOperation.ResetDevice();
    }

    private static VirtioOperation Negotiation(VirtioState plan, ref Choices choices, DriverHabit habit)
    {
        if ((plan.Status & Found) != Found) return new VirtioOperation.SetStatus(plan.Status | Found);
        if (plan.HasQueue) return new VirtioOperation.ResetDevice();
        if (plan.Accepted != VirtioFeatures.None && !choices.OneIn(3))
            return new VirtioOperation.SetStatus(Found | VirtioStatus.FeaturesOk);
        var offered = plan.Configuration.Offered;
        if (habit.IsStubborn)
        {
            if (choices.OneIn(2)) offered ^= VirtioFeatures.AccessPlatform;
            if (choices.OneIn(3)) offered &= ~VirtioFeatures.RingPacked;
            return new VirtioOperation.AcceptFeatures(offered);
        }

        if (habit.IsBatching && !choices.OneIn(8)) return new VirtioOperation.AcceptFeatures(offered);
        return new VirtioOperation.AcceptFeatures(choices.Below(9) switch
        {
            0 => offered | VirtioFeatures.AccessPlatform,
            1 => Known & (VirtioFeatures)choices.Below((int)Known + 1),
            2 => offered & ~VirtioFeatures.AccessPlatform,
            3 => offered & ~VirtioFeatures.IndirectDescriptors,
            4 => offered & ~(choices.OneIn(2) ? VirtioFeatures.RingPacked : VirtioFeatures.EventIndex),
            _ => offered,
        });
    }

    // There is nothing to ask by whether the features are agreed to.
    private static VirtioOperation? LegacyNegotiation(VirtioState plan, ref Choices choices)
    {
        if ((plan.Status & Found) != Found) return new VirtioOperation.SetStatus(plan.Status | Found);
        var offered = plan.Configuration.Offered;
        var mayAccept = !plan.HasQueue && (plan.Status & VirtioStatus.DriverOk) == 0
            && offered != VirtioFeatures.None && plan.Accepted == VirtioFeatures.None;
        if (!mayAccept || choices.OneIn(4)) return null;
        return new VirtioOperation.AcceptFeatures(
            choices.OneIn(4) ? offered & (VirtioFeatures)choices.Below((int)Known + 1) : offered);
    }

    private static VirtioOperation.SetUpQueue SetUp(VirtioState plan, ref Choices choices, DriverHabit habit)
    {
        var isMoved = plan.WantsBusAddresses && !(plan.Configuration.RingsIdentity && choices.OneIn(2));
        if (habit.IsStubborn) isMoved = choices.OneIn(2);
        else if (ChainDraw.AreRingsWrong(choices) != choices.OneIn(12)) isMoved = !isMoved;
        return new(new Iova(VirtioLayout.AddressOf(isMoved ? VirtioLayout.Shift : 0)));
    }

    private static VirtioOperation.Map Map(VirtioState plan, ref Choices choices)
    {
        var at = AnyPage(plan, ref choices);
        var page = VirtioLayout.PageOf(at.Value) % VirtioLayout.Shift;
        if (page > VirtioLayout.TablePage)
            page = choices.OneIn(2) ? page : 2 + choices.Below(6) + (choices.OneIn(2) ? VirtioLayout.Shift : 0);
        var access = choices.Below(4) switch
        {
            0 => Access.Read,
            1 => Access.Write,
            _ => Access.Read | Access.Write,
        };
        return new(at, new Gpa(VirtioLayout.AddressOf(page)), access);
    }

    // Mostly a page that buffers are in.
    private static Iova AnyPage(VirtioState plan, ref Choices choices)
    {
        if (choices.OneIn(8)) return new(VirtioLayout.AddressOf(choices.Below(VirtioLayout.Pages)));
        var isMoved = plan.WantsBusAddresses != choices.OneIn(4);
        var page = 2 + choices.Below(choices.OneIn(4) ? 6 : 4);
        return new(VirtioLayout.AddressOf(page + (isMoved ? VirtioLayout.Shift : 0)));
    }
}
