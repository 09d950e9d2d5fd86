using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Migration;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Host;

/// <summary>A host that is played: its guests, devices and memory.</summary>
/// <param name="rules">What it decides.</param>
/// <param name="stage">What holds its guests apart.</param>
/// <param name="parent">The device whose functions the guests have, or null.</param>
/// <param name="guests">The guests.</param>
/// <param name="devices">The devices.</param>
/// <param name="configuration">What holds for the case.</param>
internal sealed class PlayedHost(
    HostRules rules, HostStage stage, PlayedParent? parent, PlayedGuest[] guests, PlayedDevice[] devices,
    HostConfiguration configuration)
{
    private readonly Dictionary<ulong, int> _memory = [];
    private Observation? _odd;

    public HostRules Rules => rules;

    public HostStage Stage => stage;

    public PlayedParent? Parent => parent;

    public PlayedGuest[] Guests => guests;

    public PlayedDevice[] Devices => devices;

    public WriterId Processor { get; } = HostPart.Processor(configuration);

    public int Step { get; set; }


    public PlayedGuest Guest(GuestId id) => guests[id.Value];

    public PlayedDevice Device(DeviceId id) => devices[id.Value];

    public void Start(HostConfiguration start)
    {
        foreach (var guest in guests)
        {
            stage.MapMemory(guest, rules.Restricts(guest.Moves, isEmulated: false));
            PlayedIommu.Start(this, guest);
        }

        for (var i = 0; i < devices.Length; i++)
        {
            if (start.Devices[i].Owner is not { } owner) continue;
            PlayedDevices.Enter(this, devices[i], Guest(owner));
            devices[i].IsMaster = true;
            if (!Array.Exists(devices, other => other.Owner == devices[i].Owner && other.Queue is { IsUp: true }))
                devices[i].Queue?.Start();
        }
    }

    /// <summary>A part answers what the host does by itself.</summary>
    public void Expect(Observation seen, Observation due) => _odd ??= seen == due ? null : seen;

    /// <summary>An ISM function answers what the host does by itself: that it was done.</summary>
    public void Expect(Observation seen)
    {
        var isDone = seen is ZpciObservation.Responded
        {
            Check: ProgramCheck.None, Condition: 0, Code: ResponseCode.Done,
        };
        _odd ??= isDone ? null : seen;
    }

    /// <summary>The first answer of a part in this step that its host did not expect; null for none.</summary>
    public Observation? TakeOdd()
    {
        var odd = _odd;
        _odd = null;
        foreach (var device in devices)
        {
            var (queue, function) = (device.Queue?.TakeOdd(), device.Function?.TakeOdd());
            odd ??= queue ?? function;
        }

        return odd;
    }

    /// <summary>The step that wrote a page of the host last, or -1.</summary>
    public int Writer(Hpa at)
    {
        if (FunctionAt(at) is not var (function, page)) return _memory.GetValueOrDefault(at.PageStart().Value, -1);
        return (int)(uint)function.Word(FunctionWords.Bar(page)).Value - 1;
    }

    /// <summary>A page of the host is written, or emptied by -1.</summary>
    public void Set(Hpa at, int step)
    {
        if (FunctionAt(at) is var (function, page))
            function.Write(Toucher.Peer, FunctionWords.Bar(page), FunctionWords.Mark(step));
        else if (step < 0) _memory.Remove(at.PageStart().Value);
        else _memory[at.PageStart().Value] = step;
    }

    // The BAR of a function that is migrated by its states is a part of what it holds itself.
    private (FunctionPort Function, int Page)? FunctionAt(Hpa at) =>
        HostLayout.BarPageOf(at) is var (device, page) && device.Value < devices.Length
            && Device(device).Function is { } function
            ? (function, page)
            : null;

    /// <summary>The host's address of a page of a guest.</summary>
    public static Hpa Frame(PlayedGuest guest, int page) =>
        HostLayout.Frames(guest.Id, guest.Side).Plus((ulong)page * Page.Bytes);

    /// <summary>The host's address behind one of a guest, as the host itself looks it up.</summary>
    public Hpa? Behind(PlayedGuest guest, Gpa at)
    {
        if (HostLayout.PageOf(at, guest.Shape.Pages) >= 0)
            return HostLayout.Frames(guest.Id, guest.Side).Plus(at.Value - HostLayout.Memory.Value);
        foreach (var device in devices)
        {
            if (device.HasBar && device.Owner == guest && HostLayout.BarPageOf(at, device.Id) >= 0)
                return HostLayout.BarFrames(device.Id, guest.Side).Plus(at.Value - HostLayout.Bar(device.Id).Value);
        }

        return null;
    }
}
