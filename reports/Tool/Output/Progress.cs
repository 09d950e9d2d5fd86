using IoSpec.Engine;
using IoSpec.Tool.CommandLine;

namespace IoSpec.Tool.Output;

/// <summary>How far a run has come: a line for each area and target, and between them a sign of life.</summary>
/// <param name="session">Where it is shown.</param>
/// <param name="isShown">Whether it is shown at all; errors always are.</param>
internal sealed class Progress(Session session, bool isShown)
{
    private readonly Style _style = new(session.HasColour);

    /// <summary>Watches a campaign until it is disposed of.</summary>
    public CampaignWatch Watch(string target, Area area) => new(session, isShown, _style, target, area);

    /// <summary>Tells that a target cannot be judged.</summary>
    public void Fail(string target, TargetProblem problem) =>
        session.Error.WriteLine($"iospec: {Words.Safe(target)}: {problem.Reason}");
}
