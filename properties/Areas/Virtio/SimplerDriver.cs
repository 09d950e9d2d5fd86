using System.Numerics;
using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using IoSpec.Engine;

namespace IoSpec.Areas.Virtio;

/// <summary>What a driver does, as a simpler one would do it.</summary>
internal static class SimplerDriver
{
    private const int LongestQueue = 32;

    /// <summary>The same without tables of descriptors: they are in the queue, which is as long as they need.</summary>
    /// <param name="way">What the driver does.</param>
    /// <returns>The same; null if it has no tables, none are offered, or they do not fit.</returns>
    public static Shortcut? WithoutTables(Shortcut way)
    {
        var offers = way.Operations.OfType<VirtioOperation.Offer>().ToList();
        if (!offers.Any(HasTable) || offers.Any(IsOdd)) return null;
        if ((Of(way).Offered & VirtioFeatures.IndirectDescriptors) == 0) return null;
        var isPacked = IsPacked(way);
        var place = isPacked ? 0 : offers[0].Head;
        Operation[] steps = [.. way.Operations.Select(Direct)];
        var size = Math.Max(Of(way).Size, (int)BitOperations.RoundUpToPowerOf2((uint)place));
        if (size > LongestQueue) return null;
        var offered = Of(way).Offered & ~VirtioFeatures.IndirectDescriptors;
        return new Shortcut(Of(way) with { Offered = offered, Size = size }, steps, way.Gone);

        Operation Direct(Operation operation)
        {
            if (operation is VirtioOperation.AcceptFeatures accept)
                return new VirtioOperation.AcceptFeatures(accept.Features & ~VirtioFeatures.IndirectDescriptors);
            if (operation is not VirtioOperation.Offer offer) return operation;
            var chain = HasTable(offer) ? offer.Table : offer.Chain;
            var head = place;
            place += chain.Count;
            return isPacked
                ? new VirtioOperation.Offer(offer.Head, Followed(chain), [])
                : new VirtioOperation.Offer(head, From(head - (HasTable(offer) ? 0 : offer.Head), chain), []);
        }
    }

    /// <summary>The same with a split queue: its descriptors say which comes next.</summary>
    /// <param name="way">What the driver does.</param>
    /// <returns>The same; null if the queue is a split one.</returns>
    public static Shortcut? WithSplitQueue(Shortcut way)
    {
        if ((Of(way).Offered & VirtioFeatures.RingPacked) == 0) return null;
        var configuration = Of(way) with
        {
            Offered = Of(way).Offered & ~VirtioFeatures.RingPacked,
            Size = Of(way).SizeOf(isPacked: false),
        };
        var isPacked = IsPacked(way);
        return new Shortcut(configuration, [.. way.Operations.Select(Split)], way.Gone);

        Operation Split(Operation operation) => operation switch
        {
            VirtioOperation.AcceptFeatures accept =>
                new VirtioOperation.AcceptFeatures(accept.Features & ~VirtioFeatures.RingPacked),
            VirtioOperation.Offer offer when isPacked => new VirtioOperation.Offer(
                offer.Head, HasTable(offer) ? offer.Chain : Linked(offer.Head, offer.Chain),
                Linked(head: 0, offer.Table)),
            _ => operation,
        };
    }

    /// <summary>
    /// The same through a legacy interface: there are no features to agree to, and the device uses the guest's
    /// addresses.
    /// </summary>
    /// <param name="way">What the driver does, with a split queue.</param>
    /// <returns>The same; null if the interface is a legacy one.</returns>
    public static Shortcut? WithLegacyInterface(Shortcut way)
    {
        if (Of(way).IsLegacy()) return null;
        var offered = Of(way).Offered & ~VirtioConfiguration.NotLegacy;
        Operation[] steps = [.. way.Operations.Select(InLegacy)];
        var gone = Enumerable.Range(0, steps.Length).Where(step => way.Gone.Contains(step) || IsNothing(step));
        return new Shortcut(Of(way) with { Offered = offered }, steps, [.. gone]);

        Operation InLegacy(Operation operation) => operation switch
        {
            VirtioOperation.AcceptFeatures accept => new VirtioOperation.AcceptFeatures(accept.Features & offered),
            VirtioOperation.SetStatus set => new VirtioOperation.SetStatus(set.Status & ~VirtioStatus.FeaturesOk),
            VirtioOperation.SetUpQueue => new VirtioOperation.SetUpQueue(new(VirtioLayout.AddressOf(0))),
            VirtioOperation.Offer offer => offer with { Chain = InMemory(offer.Chain), Table = InMemory(offer.Table) },
            _ => operation,
        };

        bool IsNothing(int step) => steps[step] is VirtioOperation.AcceptFeatures { Features: VirtioFeatures.None }
            || (steps[step] is VirtioOperation.SetStatus set && !way.Operations[step].Equals(set)
                && (set.Status & VirtioStatus.DriverOk) == 0);
    }

    private static VirtioConfiguration Of(Shortcut way) => (VirtioConfiguration)way.Configuration;

    private static bool IsPacked(Shortcut way) => (Of(way).Offered & VirtioFeatures.RingPacked) != 0
        && way.Operations.Any(operation =>
            operation is VirtioOperation.AcceptFeatures accept && (accept.Features & VirtioFeatures.RingPacked) != 0);

    private static bool HasTable(VirtioOperation.Offer offer) =>
        offer.Chain is [{ Flags: DescriptorFlags.Indirect }] && offer.Table.Count > 0;

    // What a table does beside other descriptors, only a table does.
    private static bool IsOdd(VirtioOperation.Offer offer) =>
        !HasTable(offer) && offer.Chain.Any(descriptor => (descriptor.Flags & DescriptorFlags.Indirect) != 0);

    // The descriptors of a table, in the queue from a place on.
    private static ValueList<Descriptor> From(int head, ValueList<Descriptor> table) =>
        [.. table.Select(d => (d.Flags & DescriptorFlags.Next) == 0 ? d : d with { Next = head + d.Next })];

    // Descriptors of a packed queue, which come one behind the other, in a split one from a place on.
    private static ValueList<Descriptor> Linked(int head, ValueList<Descriptor> chain) =>
    [
        .. Followed(chain)
            .Select((d, i) => (d.Flags & DescriptorFlags.Next) == 0 ? d : d with { Next = head + i + 1 }),
    ];

    // All but the last say that there is another one; those of a table need not.
    private static ValueList<Descriptor> Followed(ValueList<Descriptor> chain) =>
        [.. chain.Select((d, i) => i < chain.Count - 1 ? d with { Flags = d.Flags | DescriptorFlags.Next } : d)];

    // Buffers where they are in memory, if that is elsewhere than on the bus.
    private static ValueList<Descriptor> InMemory(ValueList<Descriptor> chain) =>
        [.. chain.Select(d => d with { At = InMemory(d.At) })];

    private static Iova InMemory(Iova at) => VirtioLayout.PageOf(at.Value) >= VirtioLayout.Shift
        ? new(at.Value - ((ulong)VirtioLayout.Shift << Page.Shift))
        : at;
}
