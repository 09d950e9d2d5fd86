using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tool.Converting;

namespace IoSpec.Tests.Support;

/// <summary>What is said of a recorded history once it is a trace.</summary>
internal static class JudgedHistory
{
    /// <summary>Judges it.</summary>
    public static TraceJudge Of(RecordedHistory history)
    {
        var reader = new TraceReader(HistoryTrace.Of(history), "trace", AreaCatalogue.Find);
        var judge = new TraceJudge(reader.Head);
        judge.Add(reader);
        return judge;
    }

    /// <summary>The requirements that were broken, each once, in order.</summary>
    public static string[] Broken(this TraceJudge judge) => Broken(judge.Result);

    /// <summary>The requirements that were broken, each once, in order.</summary>
    public static string[] Broken(this CampaignResult result) =>
    [
        .. result.Failures.Select(failure => failure.Signature.Requirement).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];
}
