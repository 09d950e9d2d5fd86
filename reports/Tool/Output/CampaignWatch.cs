using IoSpec.Engine;
using IoSpec.Tool.CommandLine;

namespace IoSpec.Tool.Output;

/// <summary>Shows a campaign while it runs: a line that changes on a terminal, else one every half a minute.</summary>
internal sealed class CampaignWatch : IDisposable
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Rewrite = TimeSpan.FromMilliseconds(250);

    private readonly Session _session;
    private readonly bool _isShown;
    private readonly Style _style;
    private readonly string _name;
    private readonly Lock _lock = new();
    private readonly Timer? _timer;
    private CampaignProgress _last;
    private readonly DateTime _start = DateTime.UtcNow;
    private int _width;

    public CampaignWatch(Session session, bool isShown, Style style, string target, Area area)
    {
        (_session, _isShown, _style) = (session, isShown, style);
        _name = $"{area.Id,-10} {Words.Safe(target)}";
        var period = session.IsLive ? Rewrite : Heartbeat;
        if (isShown) _timer = new Timer(_ => Show(), null, period, period);
    }

    /// <summary>Takes how far the campaign has come.</summary>
    public void Report(CampaignProgress progress)
    {
        lock (_lock) _last = progress;
    }

    /// <summary>Shows the line that stays.</summary>
    public void End(AreaVerdict verdict)
    {
        if (!_isShown) return;
        var result = verdict.Result;
        var counts = VerdictCounts.Of(verdict.Requirements);
        lock (_lock)
        {
            Erase();
            _session.Output.WriteLine(
                $"{_name}  {Numbers(result.Evidence.CasesRun, result.Evidence.Operations, result.RunSeconds)}, "
                + _style.Counts(counts));
        }
    }

    public void Dispose()
    {
        _timer?.Dispose();
        lock (_lock) Erase();
    }

    private void Show()
    {
        lock (_lock)
        {
            var seconds = (DateTime.UtcNow - _start).TotalSeconds;
            var line = $"{_name}  {Numbers(_last.Cases, _last.Operations, Math.Max(seconds, 0.001))}, "
                + $"{Words.Plural((ulong)_last.Failures, "failure")}, {Words.Duration(seconds)}";
            if (!_session.IsLive)
            {
                _session.Output.WriteLine($"… {line}");
                return;
            }

            _session.Output.Write("\r" + line.PadRight(_width));
            _width = line.Length;
        }
    }

    private void Erase()
    {
        if (_width > 0) _session.Output.Write("\r" + new string(' ', _width) + "\r");
        _width = 0;
    }

    private static string Numbers(ulong cases, ulong operations, double seconds) =>
        $"{Words.Plural(cases, "case")}, {Words.Plural(operations, "operation")}, "
        + $"{Words.Number((ulong)(operations / seconds))}/s";
}
