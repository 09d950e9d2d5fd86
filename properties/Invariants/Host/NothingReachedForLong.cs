using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Host;
using IoSpec.Engine;

namespace IoSpec.Invariants.Host;

/// <summary>
/// Nothing is left behind of what a guest's layer for DMA mappings has unmapped: once the time is over that its policy
/// lets an address wait, no device reaches it, whatever migrations, resets and changes of hands came between.
/// </summary>
/// <remarks>
/// Independent of the judges: it knows neither refreshes nor caches. If a refresh of everything is held up then, what
/// waits when the timer goes off waits for nobody knows how long.
/// </remarks>
/// <param name="configuration">What holds for the case.</param>
public sealed class NothingReachedForLong(HostConfiguration configuration) : Invariant
{
    private readonly Layer[] _layers = [.. configuration.Guests.Select(guest => new Layer(guest.Layer))];
    private readonly GuestId?[] _owners = [.. configuration.Devices.Select(device => device.Owner)];
    private readonly Iova?[] _posted = new Iova?[configuration.Devices.Count];
    private readonly bool[] _inner = new bool[configuration.Devices.Count];
    private int _step;

    /// <inheritdoc/>
    public override void Step(Operation operation, Observation seen, ref Verdicts verdicts)
    {
        switch (operation, seen)
        {
            case (HostOperation.Dma dma, HostObservation.Moved moved):
                Reached(dma.Device, dma.At, moved, ref verdicts);
                break;
            case (HostOperation.Use use, HostObservation.Moved moved)
                when _owners[use.Device.Value] is { } owner && _layers[owner.Value].At(use.Mapped) is { } at:
                Reached(use.Device, at.Plus(use.Offset.Value), moved, ref verdicts);
                break;
            case (HostOperation.Post post, HostObservation.Done): _posted[post.Device.Value] = post.At; break;
            case (HostOperation.Kick kick, HostObservation.Moved moved) when _posted[kick.Device.Value] is { } buffer:
                Reached(kick.Device, buffer, moved, ref verdicts);
                break;
            case (HostOperation.Layer layer, HostObservation.Layered { Seen: var answer }):
                _layers[layer.Guest.Value].Note(layer.Does, answer, _step);
                break;
            case (HostOperation.Assign assign, HostObservation.Done or HostObservation.Given):
                (_owners[assign.Device.Value], _inner[assign.Device.Value]) = (assign.Guest, false);
                break;
            case (HostOperation.Detach detach, HostObservation.Done): _owners[detach.Device.Value] = null; break;
            case (HostOperation.Give give, HostObservation.Done): _inner[give.Device.Value] = give.Inner; break;
            case (HostOperation.Restart restart, HostObservation.Done): Restart(restart.Guest); break;
            default: break;
        }

        _step++;
    }

    private void Restart(GuestId guest)
    {
        _layers[guest.Value] = new Layer(configuration.Guests[(int)guest.Value].Layer);
        for (var i = 0; i < _owners.Length; i++) _inner[i] &= _owners[i] != guest;
    }

    private void Reached(DeviceId device, Iova at, HostObservation.Moved moved, ref Verdicts verdicts)
    {
        if (_owners[device.Value] is not { } owner || _inner[device.Value]) return;
        if (configuration.Devices[(int)device.Value].Kind == HostDeviceKind.Bypassing) return;
        foreach (var piece in moved.Pieces.AsSpan())
        {
            if (!_layers[owner.Value].IsOver(at.Plus(piece.Offset.Value))) continue;
            verdicts.Met(HostRequirements.Left06);
            if (piece.At is null) continue;
            verdicts.Violate(
                HostRequirements.Left06, "time", Deviation.Stale, "blocked: it was unmapped, and its time is over",
                $"{at.Plus(piece.Offset.Value)} reaches {piece.At}");
            return;
        }
    }

    // A layer, by what was asked of it and answered.
    private sealed class Layer(DmaPolicy? policy)
    {
        private readonly Dictionary<int, (Iova At, PageCount Pages)> _mapped = [];
        private readonly Instant?[] _over = new Instant?[HostLayout.AperturePages];
        private Instant _now;
        private Instant? _timer;
        private bool _isHeldUp;

        public Iova? At(Held mapped) => _mapped.TryGetValue(mapped.Step, out var mapping) ? mapping.At : null;

        public bool IsOver(Iova at) => PageOf(at) is >= 0 and var page && _over[page] is { } over
            && over.Nanoseconds <= _now.Nanoseconds;

        public void Note(DmaOperation does, DmaObservation seen, int step)
        {
            switch (does, seen)
            {
                case (DmaOperation.Map map, DmaObservation.Mapped mapped):
                    var pages = new PageCount(map.Segments.Aggregate(0ul, (sum, segment) => sum + segment.Pages.Value));
                    _mapped[step] = (mapped.At, pages);
                    Set(mapped.At, pages, null);
                    break;
                case (DmaOperation.Unmap unmap, _) when _mapped.TryGetValue(unmap.Mapped.Step, out var mapping):
                    Unmap(mapping.At, mapping.Pages);
                    break;
                case (DmaOperation.BeginFlush, _): _isHeldUp = true; break;
                case (DmaOperation.EndFlush, _): _isHeldUp = false; break;
                case (DmaOperation.Advance advance, _): Pass(_now.Plus(advance.Time)); break;
                default: break;
            }
        }

        // The first that waits sets the timer.
        private void Unmap(Iova at, PageCount pages)
        {
            var over = _now.Plus(policy is DmaPolicy.Lazy lazy ? lazy.Timeout : default);
            _timer ??= over;
            Set(at, pages, over);
        }

        private void Pass(Instant now)
        {
            var goesOff = _timer is { } timer && timer.Nanoseconds <= now.Nanoseconds;
            for (var page = 0; goesOff && _isHeldUp && page < _over.Length; page++)
            {
                if (_over[page] is { } over && over.Nanoseconds > _now.Nanoseconds) _over[page] = null;
            }

            (_now, _timer) = (now, goesOff ? null : _timer);
        }

        private void Set(Iova at, PageCount pages, Instant? over)
        {
            for (var i = 0ul; i < pages.Value; i++)
            {
                if (PageOf(at.Plus(i * Page.Bytes)) is >= 0 and var page) _over[page] = over;
            }
        }

        private static int PageOf(Iova at) =>
            HostLayout.Within(at.Value, HostLayout.Aperture.Value, HostLayout.AperturePages);
    }
}
