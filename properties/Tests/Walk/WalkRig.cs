using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Core.Walk;
using IoSpec.Reference.Walk;
using Xunit;

namespace IoSpec.Tests.Walk;

/// <summary>Tables written by hand, and what one request comes to.</summary>
internal sealed class WalkRig
{
    private const uint Requester = 0x28;

    private readonly WalkState _state;
    private readonly WalkFormat _format;
    private readonly OptimizedWalk? _core;

    public WalkRig(WalkUnit unit)
    {
        _format = WalkFormatCatalogue.Of(unit);
        _state = new WalkState(new WalkConfiguration(
            unit, WalkFeatures.None, new FaultReporting(8, FaultMerging.Alike, ShowsOverflow: true),
            [new(new RequesterId(0x28), DmaKinds.All, new(1), new(1), new(4096), true, true, false)],
            new FrameRegion(new Gpa(0x10_0000), new PageCount(64)),
            [new FrameRegion(new Gpa(0x5a00_3000), new PageCount(40)), new(new Gpa(0x6a20_0000), new PageCount(1024))],
            new FrameRegion(new Gpa(0x7000_0000), new PageCount(16)),
            new IommuCache(2, 4)));
        if (!OptimizedWalk.Formats.Contains(unit.FormatOf())) return;
        _core = new OptimizedWalk(unit.FormatOf());
        _core.Reset(_state.Configuration);
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

    /// <summary>Whether something is told of a command.</summary>
    public bool MaySubmit(params ulong[] words) =>
        _format.MaySubmit(_state, [.. words.Select(word => new Word(word))]);

    public bool IsIllegal(params ulong[] words) =>
        _format.Decode(_state, [.. words.Select(word => new Word(word))]) is CommandEffect.Illegal;

    public WalkRig Await()
    {
        Do(new WalkOperation.Await());
        return this;
    }

    /// <summary>
    /// Every result that is allowed, in words: an address, or a cause with its codes. That of the core is one of them.
    /// </summary>
    public string Walk(ulong at, DmaKind kind = DmaKind.Read, uint? pasid = null, bool privileged = false)
    {
        var request = new WalkRequest(
            new RequesterId(Requester), pasid is { } own ? new Pasid(own) : null, AddressType.Untranslated, kind,
            privileged, new Iova(at));
        var allowed = AllowedWalks.Of(_state, _format, request);
        if (_core is { } core && !allowed.IsAmbiguous)
            Assert.True(IsOfCore(core, request, allowed), $"the core at {request}");
        return allowed.IsAmbiguous ? "unknown" : string.Join(" | ", allowed.Results.Select(Describe));
    }

    /// <summary>Everything that may become of an interrupt message, in words.</summary>
    public string Send(ulong at, ulong data = 0, uint requester = 0x28)
    {
        var message = new MessageRequest(new RequesterId(requester), new Iova(at), new Word(data));
        var allowed = AllowedMessages.Of(_state, _format, message);
        if (_core is { } core)
        {
            var seen = (WalkObservation.Signalled)core.Apply(
                new WalkOperation.Message(message.Requester, message.At, message.Data));
            var code = RecordOf(core)?.Code;
            Assert.True(
                allowed.IsAmbiguous || allowed.Results.Any(result => Is(result, seen, code)), $"the core at {message}");
        }

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

    private static bool Is(MessageResult result, WalkObservation.Signalled seen, int? code) => result switch
    {
        MessageResult.Blocked(var fault) => seen.Interrupts.Count == 0
            && (code is { } own ? fault.Codes.Contains(own) : fault.Logging != Logging.Must),
        MessageResult.Delivered delivered => code is null && delivered.Interrupts == seen.Interrupts,
        _ => true,
    };

    // The core's way to memory, or the record that it leaves of the fault, is one of those that are allowed.
    private bool IsOfCore(OptimizedWalk core, WalkRequest request, AllowedWalks allowed)
    {
        if (core.TryTranslate(
            Requester, request.Pasid is { } pasid ? (int)pasid.Value : -1, request.At.Value, request.Kind,
            request.Privileged, out var output))
            return allowed.Reaches(new Gpa(output));
        core.Apply(new WalkOperation.Dma(
            request.Requester, request.Pasid, request.AddressType, request.Kind, request.Privileged, request.At,
            new ByteCount(1)));
        var record = RecordOf(core);
        var pages = _format.PagesOf(_state.Configuration.Unit, request.At);
        return allowed.Results.Any(result => result.Fault is { } fault && (record is { } fields
            ? fault.Logging != Logging.Never
                && new ExpectedRecord(request, pages, [fault], Certain: true).Contradiction(fields) is null
            : fault.Logging != Logging.Must));
    }

    private FaultFields? RecordOf(OptimizedWalk core)
    {
        var faults = (WalkObservation.Faults)core.Apply(new WalkOperation.ReadFaults());
        return faults.Words.Count > 0 ? _format.Read(faults.Words.AsSpan()[.._format.WordsOfRecord]) : null;
    }

    private void Do(WalkOperation operation)
    {
        WalkSteps.Do(_state, _format, operation);
        _core?.Apply(operation);
    }
}
