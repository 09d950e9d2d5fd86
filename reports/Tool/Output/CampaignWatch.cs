using IoSpec.Engine;

namespace IoSpec.Tool.Output;

/// <summary>How far one campaign has come.</summary>
internal sealed class CampaignWatch : IDisposable
{
    private readonly Progress _progress;
    private readonly Lock _lock = new();
    private readonly DateTime _start = DateTime.UtcNow;
    private CampaignProgress _last;

    public CampaignWatch(Progress progress, string target, Area area) =>
        (_progress, Name) = (progress, $"{area.Id,-10} {Words.Safe(target)}");

    /// <summary>Its area and target.</summary>
    public string Name { get; }

    /// <summary>Takes how far the campaign has come.</summary>
    public void Report(CampaignProgress progress)
    {
        lock (_lock) _last = progress;
    }

    /// <summary>Shows the line that stays.</summary>
    public void End(AreaVerdict verdict) => _progress.End(this, verdict);

    /// <summary>All that is known while it runs.</summary>
    public string Line()
    {
        var (last, seconds) = Now();
        return $"{Name}  {Numbers(last.Cases, last.Operations, seconds)}, "
            + $"{Words.Plural((ulong)last.Failures, "failure")}, {Words.Duration(seconds)}";
    }

    /// <summary>The little that fits beside other campaigns.</summary>
    public string ShortLine()
    {
        var (last, seconds) = Now();
        return $"{Name}  {Words.Plural(last.Cases, "case")}, {Words.Duration(seconds)}";
    }

    /// <summary>All that is known at its end.</summary>
    public static string Line(string name, CampaignResult result) =>
        $"{name}  {Numbers(result.Evidence.CasesRun, result.Evidence.Operations, result.RunSeconds)}";

    public void Dispose() => _progress.Forget(this);

    private (CampaignProgress Last, double Seconds) Now()
    {
        lock (_lock) return (_last, Math.Max((DateTime.UtcNow - _start).TotalSeconds, 0.001));
    }

    private static string Numbers(ulong cases, ulong operations, double seconds) =>
        $"{Words.Plural(cases, "case")}, {Words.Plural(operations, "operation")}, "
        + $"{Words.Number((ulong)(operations / seconds))}/s";
}
