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
        Check(area, capabilities);
        var (planner, plan) = (new Planner(area, capabilities, new Draws(seed)), new CaseSteps());
        planner.Plan(index, plan);
        return new SampleCase(planner.Configure(index), plan.Operations(plan.Count));
    }

    /// <summary>The case of a scenario.</summary>
    /// <param name="scenario">The scenario; only its configuration and operations count.</param>
    /// <returns>The case.</returns>
    public static SampleCase Of(Scenario scenario) => new(scenario.Configuration, scenario.Operations);

    /// <summary>Makes sure that there are cases for what a target says it can do.</summary>
    /// <exception cref="TargetUnavailableException">There are none.</exception>
    internal static void Check(Area area, Capabilities? capabilities)
    {
        if (capabilities is null) return;
        try
        {
            var configuration = area.Configure(seed: 0, size: 1, capabilities);
            if (area.ProblemOf(configuration) is { } problem)
                throw new TargetUnavailableException($"what it says it can do is not possible: {problem}");
        }
        catch (Exception exception) when (exception is not TargetUnavailableException)
        {
            throw new TargetUnavailableException(
                $"there is no case for what it says it can do: {OneLine.Of(exception.Message, 200)}");
        }
    }
}
