using System.Globalization;
using IoSpec.Engine;

namespace IoSpec.Tool.Output;

/// <summary>What is to be known of a generator beside the counts: what it hardly tried.</summary>
internal static class HealthText
{
    /// <summary>The name of a class of lengths, such as <c>4-7</c>.</summary>
    public static string Class(int index) =>
        index == 0 ? "1" : $"{(1 << index).ToText()}-{((2 << index) - 1).ToText()}";

    /// <summary>The line of a campaign.</summary>
    public static string Of(CampaignResult result)
    {
        var health = GeneratorHealth.Of(result);
        var length = health.MeanLength.ToString("0.0", CultureInfo.InvariantCulture);
        var evidence = result.Evidence;
        var text = $"health: {result.Area.Id}: {length} operations in a case; "
            + $"draws discarded {Words.Number(evidence.Discarded)}, stuck {Words.Number(evidence.Stuck)}";
        if (health.RarelyMet.Count > 0)
            text += $"; met in less than 1 % of the cases: {string.Join(", ", health.RarelyMet)}";
        if (health.NeverDrawn.Count > 0) text += $"; never drawn: {string.Join(", ", health.NeverDrawn)}";
        return text;
    }

    /// <summary>The line of a campaign in which inner calls were made to fail.</summary>
    /// <param name="result">What the campaign has shown.</param>
    /// <param name="drawn">Of how many drawn sequences.</param>
    public static string Swept(CampaignResult result, long drawn)
    {
        var (area, evidence) = (result.Area, result.Evidence);
        if (area.FailingCalls.Count == 0)
            return $"swept: {area.Id}: nothing: it has no inner call that can be made to fail";
        var text = $"swept: {area.Id}: {Words.Plural(evidence.Swept, "sequence")} with an inner call that fails, "
            + $"of the first {drawn.ToText()}";
        if (evidence.Swept == 0) text += ": none of them makes one that can be made to fail";
        return evidence.Cut == 0 ? text : text + $"; {Words.Number(evidence.Cut)} may have more than were tried";
    }

    /// <summary>The line of a campaign that could not replay all of its corpus.</summary>
    public static string NotReplayed(CampaignResult result) =>
        $"corpus: {result.Area.Id}: {Words.Plural(result.Evidence.NotReplayed, "scenario")} not replayed: "
        + "the target cannot have the configuration";
}
