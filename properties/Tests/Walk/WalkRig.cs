using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Reference.Walk;

namespace IoSpec.Tests.Walk;

/// <summary>Tables written by hand, and what one request comes to.</summary>
internal sealed class WalkRig
{
    private readonly WalkState _state;

    public WalkRig(WalkUnit unit)
    {
        _state = new WalkState(new WalkConfiguration(
            unit, WalkFeatures.None, new FaultReporting(8, FaultMerging.Alike, ShowsOverflow: true),
            [new(new RequesterId(0x28), DmaKinds.All, new(1), new(1), new(4096), true, true, false)],
            new FrameRegion(new Gpa(0x10_0000), new PageCount(64)),
            [new FrameRegion(new Gpa(0x5a00_3000), new PageCount(40)), new(new Gpa(0x6a20_0000), new PageCount(1024))],
            new FrameRegion(new Gpa(0x7000_0000), new PageCount(16)),
            new IommuCache(1, 1)));
    }

    public WalkRig Program(UnitRegister register, ulong value)
    {
        Do(new WalkOperation.Program(register, new Word(value)));
        return this;
    }

    public WalkRig Store(ulong at, ulong value)
    {
        Do(new WalkOperation.Write([new EntryWrite(new Gpa(at), new Word(value))]));
        return this;
    }

    public Word Load(ulong at) => _state.Memory.Now(new Gpa(at));

    public WalkRig Submit(params ulong[] words)
    {
        Do(new WalkOperation.Submit([.. words.Select(word => new Word(word))]));
        return this;
    }

    public WalkRig Await()
    {
        Do(new WalkOperation.Await());
        return this;
    }

    /// <summary>Every result that is allowed, in words: an address, or a cause with its codes.</summary>
    public string Walk(ulong at, DmaKind kind = DmaKind.Read, uint? pasid = null, bool privileged = false)
    {
        var request = new WalkRequest(
            new RequesterId(0x28), pasid is { } own ? new Pasid(own) : null, AddressType.Untranslated, kind, privileged,
            new Iova(at));
        var allowed = AllowedWalks.Of(_state, WalkFormatCatalogue.Of(_state.Configuration.Unit), request);
        return allowed.IsAmbiguous ? "unknown" : string.Join(" | ", allowed.Results.Select(Describe));
    }

    /// <summary>Everything that may become of an interrupt message, in words.</summary>
    public string Send(ulong at, ulong data = 0, uint requester = 0x28)
    {
        var message = new MessageRequest(new RequesterId(requester), new Iova(at), new Word(data));
        var allowed = AllowedMessages.Of(_state, WalkFormatCatalogue.Of(_state.Configuration.Unit), message);
        return allowed.IsAmbiguous ? "unknown" : string.Join(" | ", allowed.Results.Select(Describe));
    }

    private static string Describe(MessageResult result) => result switch
    {
        MessageResult.Blocked blocked => Describe(blocked.Fault),
        MessageResult.Delivered delivered =>
            string.Join(", ", delivered.Interrupts.Select(i => $"{i.Vector} at {i.Processor}")),
        _ => "untold",
    };

    private static string Describe(WalkResult result) =>
        result.Fault is { } fault ? Describe(fault) : result.Output.ToString();

    private static string Describe(WalkFault fault)
    {
        var silent = fault.Logging == Logging.Never ? " silent" : "";
        return $"{fault.Cause} {string.Join("/", fault.Codes.Select(code => $"0x{code:x}"))}{silent}";
    }

    private void Do(WalkOperation operation) =>
        WalkSteps.Do(_state, WalkFormatCatalogue.Of(_state.Configuration.Unit), operation);
}
