using IoSpec.Engine;
using IoSpec.Tool.CommandLine;

namespace IoSpec.Tool.Output;

/// <summary>
/// How far a run has come: a line for each area and target at its end, and meanwhile a line that changes on a terminal,
/// else one every half a minute for each that runs.
/// </summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Rewrite = TimeSpan.FromMilliseconds(250);

    private readonly Session _session;
    private readonly bool _isShown;
    private readonly Style _style;
    private readonly Lock _lock = new();
    private readonly List<CampaignWatch> _running = [];
    private readonly Timer? _timer;
    private int _width;

    /// <summary>Shows how far a run has come.</summary>
    /// <param name="session">Where.</param>
    /// <param name="isShown">Whether it is shown at all; errors always are.</param>
    public Progress(Session session, bool isShown)
    {
        (_session, _isShown, _style) = (session, isShown, new Style(session.HasColour));
        var period = session.IsLive ? Rewrite : Heartbeat;
        if (isShown) _timer = new Timer(_ => Show(), null, period, period);
    }

    /// <summary>Watches a campaign until it is disposed of.</summary>
    public CampaignWatch Watch(string target, Area area)
    {
        var watch = new CampaignWatch(this, target, area);
        lock (_lock) _running.Add(watch);
        return watch;
    }

    /// <summary>Shows the line that stays of a campaign.</summary>
    public void End(CampaignWatch watch, AreaVerdict verdict)
    {
        if (!_isShown) return;
        lock (_lock)
        {
            Erase();
            _session.Output.WriteLine(
                $"{CampaignWatch.Line(watch.Name, verdict.Result)}, "
                + _style.Counts(VerdictCounts.Of(verdict.Requirements)));
        }
    }

    /// <summary>A campaign is over.</summary>
    public void Forget(CampaignWatch watch)
    {
        lock (_lock)
        {
            Erase();
            _running.Remove(watch);
        }
    }

    /// <summary>Tells that a target cannot be judged.</summary>
    public void Fail(string target, TargetProblem problem)
    {
        lock (_lock)
        {
            Erase();
            _session.Error.WriteLine($"iospec: {Words.Safe(target)}: {problem.Reason}");
        }
    }

    public void Dispose() => _timer?.Dispose();

    private void Show()
    {
        lock (_lock)
        {
            if (_running.Count == 0) return;
            if (!_session.IsLive)
            {
                foreach (var watch in _running) _session.Output.WriteLine($"… {watch.Line()}");
                return;
            }

            var line = _running.Count == 1
                ? _running[0].Line()
                : string.Join(" | ", _running.Select(watch => watch.ShortLine()));
            if (line.Length > _session.Width) line = line[..(_session.Width - 1)] + "…";
            _session.Output.Write("\r" + line.PadRight(_width));
            _width = line.Length;
        }
    }

    private void Erase()
    {
        if (_width > 0) _session.Output.Write("\r" + new string(' ', _width) + "\r");
        _width = 0;
    }
}
