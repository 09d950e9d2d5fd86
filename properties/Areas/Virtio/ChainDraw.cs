using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using IoSpec.Engine;
using IoSpec.Reference.Virtio;

namespace IoSpec.Areas.Virtio;

/// <summary>Draws chains of descriptors: mostly right ones, at the limits of pages; some are wrong.</summary>
internal static class ChainDraw
{
    private static readonly ulong[] Lengths = [1, 1, 2, 7, 16, 64, Page.Bytes, Page.Bytes + 1];

    // Of those whose chains wait together few are to overlap.
    private static readonly ulong[] ShortLengths = [1, 2, 7, 16, 64];

    private enum Addresses
    {
        Right,
        Wrong,
        Bus,
        Any,
    }

    /// <summary>Draws a chain; the queue has room for one.</summary>
    public static VirtioOperation.Offer Offer(VirtioState plan, ref Choices choices, DriverHabit habit)
    {
        if (habit.IsStubborn)
            habit = habit with { IsMoved = plan.AreRingsMoved ? !choices.OneIn(12) : choices.OneIn(2) };
        var size = plan.Size;
        var isFree = plan.Taken < size && !habit.Errs(ref choices, 16);
        var head = isFree && plan.Waiting > 0 ? plan.FirstFree : choices.Below(size);
        var hasTables = (plan.Accepted & VirtioFeatures.IndirectDescriptors) != 0;
        var isTable = hasTables ? choices.OneIn(plan.Waiting == 0 ? 3 : 3 * habit.Care) : habit.Errs(ref choices, 16);
        var most = isTable && !choices.OneIn(8) ? Math.Min(4, size) : size;
        if (plan.IsPacked && !isTable) most = size - plan.Taken;
        var count = 1 + choices.Below(choices.OneIn(8) ? most : Math.Min(most, 3));
        if (habit.IsBatching && !choices.OneIn(4)) count = 1;
        if (plan.Configuration.Device == VirtioDevice.Disk) count = Math.Min(Math.Max(count, 2), most);
        if (isFree && !isTable) count = Math.Min(count, size - plan.Taken);
        var readable = choices.OneIn(3 * (habit.IsBatching ? 4 : 1)) ? choices.Below(count + 1) : 0;
        var chain = new Descriptor[count];
        for (var i = 0; i < count; i++)
        {
            var flags = (i < readable ? DescriptorFlags.None : DescriptorFlags.Write)
                | (i < count - 1 && !(plan.IsPacked && isTable) ? DescriptorFlags.Next : DescriptorFlags.None);
            var next = plan.IsPacked ? choices.Below(8)
                : i == count - 1 ? 0 : isTable ? i + 1 : (head + i + 1) % size;
            chain[i] = Buffer(plan, ref choices, habit) with { Flags = flags, Next = next };
        }

        if (plan.Configuration.Device == VirtioDevice.Disk && count > 1 && !habit.Errs(ref choices, 12))
            Ask(chain, ref choices);
        if (habit.Errs(ref choices, 16)) Spoil(chain, isTable ? count : size, ref choices);
        if (plan.IsPacked) head = Id(plan, ref choices);
        else if (!isTable && habit.Errs(ref choices, 64)) head = size + choices.Below(65536 - size);
        return isTable
            ? new(head, [Table(plan, count, ref choices, habit)], [.. chain])
            : new(head, [.. chain], []);
    }

    // One that stands for nothing else.
    private static int Id(VirtioState plan, ref Choices choices)
    {
        var id = choices.Below(choices.OneIn(8) ? 65536 : plan.Size);
        while (plan.IsTaken(id)) id = (id + 1) % 65536;
        return id;
    }

    // A header to read, at times in two parts, sectors to write, a byte for the status.
    private static void Ask(Descriptor[] chain, ref Choices choices)
    {
        const int Header = 16;
        var part = chain.Length > 2 && choices.OneIn(8) ? 1 + choices.Below(Header - 1) : Header;
        for (var i = 0; i < chain.Length; i++)
        {
            var isHeader = i == 0 || (i == 1 && part < Header);
            var length = i == 0 ? (ulong)part : isHeader ? (ulong)(Header - part)
                : i == chain.Length - 1 ? 1 : 512ul << (choices.OneIn(2) ? 0 : 3);
            var flags = (chain[i].Flags & DescriptorFlags.Next) | (isHeader ? 0 : DescriptorFlags.Write);
            chain[i] = chain[i] with { Length = new ByteCount(length), Flags = flags };
        }
    }

    private static void Spoil(Descriptor[] chain, int bound, ref Choices choices)
    {
        ref var one = ref chain[choices.Below(chain.Length)];
        switch (choices.Below(5))
        {
            case 0: one = one with { Flags = one.Flags | DescriptorFlags.Next, Next = choices.Below(bound) }; break;
            case 1: one = one with { Flags = one.Flags | DescriptorFlags.Next, Next = bound + choices.Below(3) }; break;
            case 2: one = one with { Length = new ByteCount(0) }; break;
            case 3: one = one with { Flags = one.Flags ^ DescriptorFlags.Write }; break;
            default: one = one with { Flags = one.Flags | DescriptorFlags.Next, Next = 65535 }; break;
        }
    }

    private static Descriptor Table(VirtioState plan, int count, ref Choices choices, DriverHabit habit)
    {
        var page = VirtioLayout.TablePage + (IsMoved(plan, ref choices, habit) ? VirtioLayout.Shift : 0);
        if (plan.WantsBusAddresses && plan.Configuration.RingsIdentity && choices.OneIn(2))
            page = VirtioLayout.TablePage;
        var flags = DescriptorFlags.Indirect
            | (choices.OneIn(4) ? DescriptorFlags.Write : habit.Errs(ref choices, 32) ? DescriptorFlags.Next : 0);
        var bytes = (16ul * (uint)count) + (habit.Errs(ref choices, 32) ? 8ul : 0);
        return new(new Iova(VirtioLayout.AddressOf(page)), new ByteCount(bytes), flags, 0);
    }

    // The page and those that a buffer crosses into are the driver's.
    private static Descriptor Buffer(VirtioState plan, ref Choices choices, DriverHabit habit)
    {
        var page = 2 + choices.Below(4) + (IsMoved(plan, ref choices, habit) ? VirtioLayout.Shift : 0);
        var offset = choices.Below(habit.IsBatching ? 16 : 4) switch
        {
            0 => Page.Bytes - 1,
            1 or > 3 => choices.Below(Page.Bytes),
            _ => 0ul,
        };
        var lengths = habit.IsBatching && !choices.OneIn(8) ? ShortLengths : Lengths;
        return new(
            new Iova(VirtioLayout.AddressOf(page) + offset), new ByteCount(choices.Of<ulong>(lengths)), 0, 0);
    }

    private static bool IsMoved(VirtioState plan, ref Choices choices, DriverHabit habit)
    {
        if (habit.IsMoved is { } isMoved) return isMoved;
        var addresses = Habit(choices.Swarm);
        if (addresses == Addresses.Any) return choices.OneIn(2);
        var errs = habit.Errs(ref choices, 12);
        return addresses switch
        {
            Addresses.Wrong => plan.WantsBusAddresses == errs,
            Addresses.Bus => !errs,
            _ => plan.WantsBusAddresses != errs,
        };
    }

    /// <summary>Whether the driver of a case puts its rings where the platform does not want them.</summary>
    public static bool AreRingsWrong(Choices choices) => Habit(choices.Swarm) == Addresses.Wrong;

    // A driver keeps to what it believes of addresses; most of them are right.
    private static Addresses Habit(ulong swarm) => (Addresses)((~swarm >> 40) & 3);
}
