using IoSpec.Areas.Pasids;
using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;
using IoSpec.Engine;
using IoSpec.Reference.Pasids;

namespace IoSpec.Tests.Pasids;

/// <summary>Short words for operations, and a device with two virtual functions.</summary>
internal static class Platforms
{
    public const int Control = 0x116;

    public static readonly FunctionId Physical = new(0);
    public static readonly FunctionId One = new(1);
    public static readonly FunctionId Two = new(2);

    /// <summary>A physical function with everything, and two virtual ones with translations only.</summary>
    public static PasidConfiguration Of(PasidUnit unit, params ReadOnlySpan<CapabilityNode> chain) => new(
        EmulationShape.Monitor, unit, UnitWidth: 20, GuestUnitWidth: 16, QueueLength: 2,
        [Shape(Everything), Shape(chain), Shape(chain)], PasidFeatures.All, Device: "");

    public static CapabilityNode Node(int at, CapabilityId id, params ReadOnlySpan<ulong> words)
    {
        var initial = new List<Word>();
        foreach (var word in words) initial.Add(new Word(word));
        return new CapabilityNode(new ConfigOffset((ushort)at), id, 1, 4 * (words.Length + 1), [.. initial]);
    }

    public static PasidOperation Write(ConfigSide side, FunctionId function, int at, int width, ulong value) =>
        new PasidOperation.ConfigWrite(side, function, new ConfigOffset((ushort)at), width, new Word(value));

    public static PasidOperation Read(ConfigSide side, FunctionId function, int at, int width) =>
        new PasidOperation.ConfigRead(side, function, new ConfigOffset((ushort)at), width);

    public static PasidOperation Enable(ulong bits) => Write(ConfigSide.Hardware, Physical, Control, 2, bits);

    public static PasidOperation Dma(FunctionId function, uint? pasid, DmaKind kind = DmaKind.Read) =>
        new PasidOperation.Dma(
            function, pasid is { } some ? new Pasid(some) : null, new Iova(0x7000), kind, Privileged: false);

    public static PasidOperation Bind(FunctionId function, uint? pasid, uint space) => new PasidOperation.Bind(
        function, pasid is { } some ? new Pasid(some) : null, new DomainId(space), TakesPrivileged: pasid is not null);

    /// <summary>What the reference answers to the last of several operations.</summary>
    public static Observation Last(PasidConfiguration configuration, params ReadOnlySpan<PasidOperation> operations)
    {
        var reference = new PasidReference(PasidRules.Standard);
        reference.Reset(configuration);
        Observation last = PasidObservation.Done.Instance;
        foreach (var operation in operations) last = reference.Apply(operation);
        return last;
    }

    /// <summary>The requirements that an answer breaks, after operations that were answered as they should.</summary>
    public static List<string> Broken(
        PasidConfiguration configuration, ReadOnlySpan<PasidOperation> before, PasidOperation last, Observation seen)
    {
        var (referee, reference) = (new Referee(new PasidArea()), new PasidReference(PasidRules.Standard));
        referee.Start(configuration);
        reference.Reset(configuration);
        foreach (var operation in before)
        {
            if (!referee.Applies(operation))
                throw new ArgumentException($"{operation} does not apply.", nameof(before));
            referee.Step(operation, reference.Apply(operation));
        }

        if (!referee.Applies(last)) throw new ArgumentException($"{last} does not apply.", nameof(last));
        referee.Step(last, seen);
        return [.. referee.Violations.Select(violation => violation.Requirement.Id)];
    }

    private static CapabilityNode[] Everything =>
    [
        Node(0x100, new CapabilityId(1), 0, 0, 0),
        Node(0x110, Architected.Pasid, 0x1406),
        Node(0x118, Architected.Ats, 0),
        Node(0x120, Architected.Pages, 0x8000_0000, 4, 0),
    ];

    private static FunctionShape Shape(ReadOnlySpan<CapabilityNode> chain) =>
        new([.. chain], [], PlacementRule.Search, new ConfigOffset(0), IsMediated: false);
}
