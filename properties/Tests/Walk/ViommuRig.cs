using System.Globalization;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Reference.Walk;

namespace IoSpec.Tests.Walk;

/// <summary>Requests to a virtio IOMMU as bytes written by hand, and what they come to.</summary>
/// <remarks>The endpoints are 0x28 and 0x29. A doorbell is at 0xfee00000.</remarks>
internal sealed class ViommuRig
{
    private const ulong AllFeatures = (1ul << 32) | 0b111_0111;

    private readonly WalkState _state;
    private readonly WalkFormat _format;

    public ViommuRig(ulong features = AllFeatures)
    {
        _state = new WalkState(Configuration(features));
        _format = WalkFormatCatalogue.Of(_state.Configuration.Unit);
    }

    /// <summary>A device with some features.</summary>
    public static WalkConfiguration Configuration(ulong features = AllFeatures)
    {
        var unit = new WalkUnit.Viommu(
            new Word(features), new Word(~0xffful), new IovaRange(default, new Iova((1ul << 39) - 1)),
            new DomainId(0), new DomainId(0xffff), new ByteCount(64),
            [new ViommuRegion(new IovaRange(new Iova(0xfee0_0000), new Iova(0xfeef_ffff)), IsDoorbell: true)]);
        return new WalkConfiguration(
            unit, WalkFeatures.FaultRecords | WalkFeatures.TightBuffers,
            new FaultReporting(8, FaultMerging.Alike, ShowsOverflow: false), [Device(0x28), Device(0x29)],
            new FrameRegion(new Gpa(0x10_0000), new PageCount(8)),
            [new FrameRegion(new Gpa(0x5a00_3000), new PageCount(40))], Nothing: null, new IommuCache(2, 4));
    }

    /// <summary>Makes a request, and takes it to end with the first of the statuses that it may have.</summary>
    public ViommuRig Send(string bytes, int? room = null)
    {
        Do(new WalkOperation.Submit(Command(bytes, room)));
        Do(new WalkOperation.Await());
        return this;
    }

    public ViommuRig Bypass(ulong value)
    {
        Do(new WalkOperation.Program(UnitRegister.Bypass, new Word(value)));
        return this;
    }

    /// <summary>Whether something is told of a request.</summary>
    public bool IsTold(string bytes, int? room = null) => _format.MaySubmit(_state, Command(bytes, room));

    /// <summary>The statuses that a request may have, or - for coming back unwritten; * for any.</summary>
    public string Ask(string bytes, int? room = null)
    {
        if (!IsTold(bytes, room)) return "untold";
        var terms = ((CommandEffect.Asks)_format.Decode(_state, Command(bytes, room))).Terms;
        return terms.Decides is null
            ? "*"
            : string.Join("|", terms.Statuses.Select(s => s < 0 ? "-" : s.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>What a request is answered with, in words as they are seen.</summary>
    public WalkObservation.Answered Answer(string bytes, int? room = null)
    {
        var terms = ((CommandEffect.Asks)_format.Decode(_state, Command(bytes, room))).Terms;
        return _format.Answer(_state.Configuration.Unit, terms, terms.Statuses[0]);
    }

    /// <summary>Every result that is allowed for an access: an address, or a cause with its reason.</summary>
    public string Access(ulong at, DmaKind kind = DmaKind.Read, uint endpoint = 0x28)
    {
        var request = new WalkRequest(
            new RequesterId(endpoint), null, AddressType.Untranslated, kind, Privileged: false, new Iova(at));
        return string.Join(" | ", AllowedWalks.Of(_state, _format, request).Results.Select(result =>
            result.Fault is { } fault
                ? $"{fault.Cause} {string.Join("/", fault.Codes.Select(code => $"{(uint)code}"))}"
                : result.Output.ToString()));
    }

    /// <summary>The words of a request: its bytes, in hexadecimal digits.</summary>
    public static ValueList<Word> Command(string bytes, int? room)
    {
        var all = Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal));
        return new ViommuBytes(all, room ?? (all.Length > 0 && all[0] == 5 ? 68 : 4)).Words();
    }

    private static IommuDevice Device(uint requester) =>
        new(new RequesterId(requester), DmaKinds.All, new(1), new(1), new(4096), true, true, false);

    private void Do(WalkOperation operation) => WalkSteps.Do(_state, _format, operation);
}
