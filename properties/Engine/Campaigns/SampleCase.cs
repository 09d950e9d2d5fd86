using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>One case as a campaign would run it.</summary>
/// <param name="Configuration">What holds for it.</param>
/// <param name="Operations">Its operations.</param>
public sealed record SampleCase(Configuration Configuration, IReadOnlyList<Operation> Operations)
{
    /// <summary>Plans a case.</summary>
    /// <param name="area">The area.</param>
    /// <param name="capabilities">What the target says it can do; null for everything.</param>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="index">The case, from 0.</param>
    /// <returns>The case.</returns>
    /// <exception cref="TargetUnavailableException">Nothing can be planned with these capabilities.</exception>
    public static SampleCase Of(Area area, Capabilities? capabilities, ulong seed, long index)
    {
        try
        {
            var (planner, plan) = (new Planner(area, capabilities, seed), new CaseSteps());
            var configuration = planner.Configure(index);
            if (area.ProblemOf(configuration) is { } problem)
                throw new TargetUnavailableException($"its capabilities are not possible: {problem}");
            planner.Plan(index, plan);
            return new SampleCase(configuration, plan.Operations(plan.Count));
        }
        catch (Exception exception) when (capabilities is not null && exception is not TargetUnavailableException)
        {
            throw new TargetUnavailableException(
                $"nothing can be planned with its capabilities: {OneLine.Of(exception.Message, 200)}");
        }
    }
}
