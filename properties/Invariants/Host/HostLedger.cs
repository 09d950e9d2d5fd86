using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Migration;
using IoSpec.Contracts.Pasids;
using IoSpec.Contracts.Virtio;
using IoSpec.Reference.Host;

namespace IoSpec.Invariants.Host;

/// <summary>Where guests and devices are and what memory holds, by nothing but what was done and seen.</summary>
public sealed class HostLedger
{
    private readonly GuestId?[] _owners;
    private readonly int[] _sides;
    private readonly int[] _moves;
    private readonly int[] _starts;
    private readonly PoolLedger[] _pools;
    private readonly PageContents _contents = new();
    private readonly List<GuestId?> _authors = [];

    /// <summary>The ledger at the start.</summary>
    /// <param name="configuration">What holds for the case.</param>
    public HostLedger(HostConfiguration configuration)
    {
        Configuration = configuration;
        _owners = [.. configuration.Devices.Select(device => device.Owner)];
        _sides = new int[configuration.Guests.Count];
        _moves = new int[configuration.Guests.Count];
        _starts = new int[configuration.Guests.Count];
        _pools = [.. configuration.Guests.Select(guest => new PoolLedger(guest))];
    }

    /// <summary>What holds for the case.</summary>
    public HostConfiguration Configuration { get; }

    /// <summary>How many steps were noted.</summary>
    public int Step { get; private set; }

    /// <summary>The guest that a device belongs to, or null.</summary>
    public GuestId? Owner(DeviceId device) => _owners[device.Value];

    /// <summary>How often a guest has moved to another host.</summary>
    public int Moves(GuestId guest) => _moves[guest.Value];

    /// <summary>At which step a guest started.</summary>
    public int Started(GuestId guest) => _starts[guest.Value];

    /// <summary>Which step wrote a page of the host last; -1 for none.</summary>
    public int Writer(Hpa at) => _contents.Writer(at);

    /// <summary>Whether a page of the host may hold what a step wrote, or be empty by -1.</summary>
    public bool MayHold(Hpa at, int step) => _contents.MayHold(at, step);

    /// <summary>Whether what a step wrote is of another guest than one.</summary>
    public bool IsForeign(GuestId guest, int step) =>
        step >= 0 && step < _authors.Count && _authors[step] is { } author && author != guest;

    /// <summary>Whether what a guest has at an address of the host is its own, and no device's.</summary>
    public bool IsOwn(GuestId guest, Hpa at)
    {
        var shape = Configuration.Guests[(int)guest.Value];
        var frames = HostLayout.Frames(guest, _sides[guest.Value]).Value;
        return HostLayout.Within(at.Value, frames, shape.Pages.Value) >= 0
            && !SharedMemory.Has(shape, HostLayout.Memory.Plus(at.Value - frames));
    }

    /// <summary>Whether an address of the host is in a slot of a guest's bounce pool that somebody has.</summary>
    /// <returns>Null if it is in no slot.</returns>
    public bool? IsTaken(GuestId guest, Hpa at)
    {
        var frames = HostLayout.Frames(guest, _sides[guest.Value]).Value;
        var slots = (ulong)Configuration.Guests[(int)guest.Value].Slots;
        return HostLayout.Within(at.Value, frames, slots) is >= 0 and var slot
            ? _pools[guest.Value].IsTaken(slot)
            : null;
    }

    /// <summary>Whether memory or BARs of a guest are at an address, on one side or the other.</summary>
    public bool Has(GuestId guest, Hpa at, bool before)
    {
        var side = before ? 1 - _sides[guest.Value] : _sides[guest.Value];
        var pages = Configuration.Guests[(int)guest.Value].Pages.Value;
        if (HostLayout.Within(at.Value, HostLayout.Frames(guest, side).Value, pages) >= 0) return true;
        for (var i = 0u; i < _owners.Length; i++)
        {
            if (HasBar(i, guest)
                && HostLayout.Within(
                    at.Value, HostLayout.BarFrames(new DeviceId(i), side).Value, HostLayout.BarPages) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The pages of a guest, memory and BARs, as it sees them and as the host has them.</summary>
    public IEnumerable<(Gpa Page, Hpa Frame)> PagesOf(GuestId guest)
    {
        var side = _sides[guest.Value];
        for (var i = 0ul; i < Configuration.Guests[(int)guest.Value].Pages.Value; i++)
            yield return (HostLayout.Memory.Plus(i * Page.Bytes), HostLayout.Frames(guest, side).Plus(i * Page.Bytes));
        for (var i = 0u; i < _owners.Length; i++)
        {
            for (var page = 0ul; page < HostLayout.BarPages && HasBar(i, guest); page++)
            {
                var device = new DeviceId(i);
                yield return (
                    HostLayout.Bar(device).Plus(page * Page.Bytes),
                    HostLayout.BarFrames(device, side).Plus(page * Page.Bytes));
            }
        }
    }

    /// <summary>Notes a step, after all have looked at it.</summary>
    public void Note(Operation operation, Observation seen)
    {
        _authors.Add(AuthorOf(operation));
        switch (operation, seen)
        {
            case (HostOperation.Dma { Kind: DmaKind.Write } or HostOperation.Use { Kind: DmaKind.Write }
                or HostOperation.Kick, HostObservation.Moved moved):
                foreach (var piece in moved.Pieces.AsSpan())
                {
                    if (piece.At is { } at) _contents.Write(at, Step);
                }

                break;
            case (HostOperation.Configure { Does: PasidOperation.Dma { Kind: DmaKind.Write or DmaKind.Atomic } },
                HostObservation.Configured { At: { } reached }):
                _contents.Write(reached, Step);
                break;
            case (HostOperation.Look, HostObservation.Found { Piece.At: { } at } found):
                _contents.Settle(at, found.Writer?.Step ?? -1);
                break;
            case (HostOperation.Bounce bounce, HostObservation.Layered layered): NotePool(bounce, layered); break;
            case (HostOperation.Drive drive, HostObservation.Driven driven): NoteQueue(drive, driven); break;
            case (HostOperation.Store store, HostObservation.Done): NoteStore(store); break;
            case (HostOperation.Assign assign, HostObservation.Done or HostObservation.Given):
                _owners[assign.Device.Value] = assign.Guest;
                break;
            case (HostOperation.Detach detach, HostObservation.Done):
                ClearBar(detach.Device);
                _owners[detach.Device.Value] = null;
                break;
            case (HostOperation.ResetFunction reset, HostObservation.Done): ClearBar(reset.Device); break;
            case (HostOperation.Restart restart, HostObservation.Done):
                foreach (var (_, frame) in PagesOf(restart.Guest)) _contents.Write(frame, -1);
                _pools[restart.Guest.Value].Clear();
                _starts[restart.Guest.Value] = Step;
                break;
            case (HostOperation.StartMigration or HostOperation.Finish or HostOperation.Cancel,
                HostObservation.Steered steered):
                NoteResets(steered.Steps);
                break;
            case (HostOperation.Advance advance, HostObservation.Steered steered):
                if (!NoteResets(steered.Steps)) Move(advance.Guest, steered.Steps);
                break;
            case (HostOperation.Advance advance, HostObservation.Arrived arrived):
                Move(advance.Guest, arrived.Steps);
                break;
            case (HostOperation.Finish finish, HostObservation.Arrived arrived):
                Move(finish.Guest, arrived.Steps);
                break;
            default: break;
        }

        Step++;
    }

    private bool HasBar(uint device, GuestId guest) => _owners[device] == guest
        && Configuration.Devices[(int)device].Kind == HostDeviceKind.VirtualFunction;

    private void NoteStore(HostOperation.Store store)
    {
        var frames = HostLayout.Frames(store.Guest, _sides[store.Guest.Value]);
        var first = frames.Plus(store.At.Value - HostLayout.Memory.Value);
        var last = first.Plus(store.Length.Value - 1).PageStart();
        for (var page = first.PageStart(); page.Value <= last.Value; page = page.Plus(Page.Bytes))
            _contents.Write(page, Step);
    }

    // The guest whose processors or devices write; null if nobody's do, or that is not known.
    private GuestId? AuthorOf(Operation operation) => operation switch
    {
        HostOperation.Store store => store.Guest,
        HostOperation.Dma dma => Owner(dma.Device),
        HostOperation.Use use => Owner(use.Device),
        HostOperation.Kick kick => Owner(kick.Device),
        HostOperation.Drive drive => Owner(drive.Device),
        _ => null,
    };

    // Slots are filled when they are taken, and those that devices write perhaps left as they are; memory takes what
    // they hold when they are given back, empty.
    private void NotePool(HostOperation.Bounce bounce, HostObservation.Layered layered)
    {
        var (pool, frames) = (_pools[bounce.Guest.Value], HostLayout.Frames(bounce.Guest, _sides[bounce.Guest.Value]));
        switch (bounce.Does, layered.Seen)
        {
            case (DmaOperation.Map map, DmaObservation.Mapped mapped):
                foreach (var taken in pool.Take(map, mapped.At, Step))
                    _contents.Copy(
                        PageAt(frames, taken.Slot), PageAt(frames, taken.Page), isSure: !taken.Writable);
                break;
            case (DmaOperation.Unmap unmap, DmaObservation.Done):
                foreach (var taken in pool.GiveBack(unmap.Mapped.Step))
                {
                    if (taken.Writable) _contents.Copy(PageAt(frames, taken.Page), PageAt(frames, taken.Slot));
                    _contents.Write(PageAt(frames, taken.Slot), -1);
                }

                break;
            default: break;
        }
    }

    private static Hpa PageAt(Hpa frames, int page) => frames.Plus((ulong)page * Page.Bytes);

    // The driver writes its rings itself, where its guest has memory for them.
    private void NoteQueue(HostOperation.Drive drive, HostObservation.Driven driven)
    {
        foreach (var piece in driven.Reached.AsSpan())
        {
            if (piece.At is { } at) _contents.Write(at, Step);
        }

        if (_owners[drive.Device.Value] is not { } owner) return;
        var guest = Configuration.Guests[(int)owner.Value];
        for (var page = 0; page < QueueWindow.Written(drive.Does); page++)
        {
            var at = QueueWindow.At(guest, new Gpa(VirtioLayout.AddressOf(page)));
            var frame = HostLayout.Frames(owner, _sides[owner.Value]).Plus(at.Value - HostLayout.Memory.Value);
            _contents.Write(frame, Step);
        }
    }

    private void ClearBar(DeviceId device)
    {
        for (var page = 0ul; page < 2 * HostLayout.BarPages; page++)
        {
            var side = (int)(page / HostLayout.BarPages);
            _contents.Write(HostLayout.BarFrames(device, side).Plus(page % HostLayout.BarPages * Page.Bytes), -1);
        }
    }

    // A migration that is called off: what was reset is empty, and the guest stays.
    private bool NoteResets(ValueList<SteeringStep> steps)
    {
        if (!steps.Any(step => step is SteeringStep.Reached { Goal: MigrationGoal.Abort })) return false;
        foreach (var step in steps)
        {
            if (step is SteeringStep.Reset reset) ClearBar(reset.Device);
        }

        return true;
    }

    // The log is stopped where the guest is left; nobody looks at the memory there any more.
    private void Move(GuestId guest, ValueList<SteeringStep> steps)
    {
        if (!steps.Any(step => step is SteeringStep.StopLog)) return;
        var before = PagesOf(guest).Select(page => page.Frame).ToArray();
        _sides[guest.Value] = 1 - _sides[guest.Value];
        _moves[guest.Value]++;
        var i = 0;
        foreach (var (_, frame) in PagesOf(guest))
        {
            _contents.Copy(frame, before[i]);
            _contents.Write(before[i++], -1);
        }
    }
}
