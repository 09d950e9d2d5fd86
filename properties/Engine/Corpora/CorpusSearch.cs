using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Looks among the cases of a campaign for those that reach what its corpus does not reach.</summary>
/// <param name="area">The area.</param>
/// <param name="source">The target.</param>
/// <param name="draws">What the cases follow from, with the corpus.</param>
/// <param name="budget">How many sequences may be run to make one small.</param>
internal sealed class CorpusSearch(Area area, IBlockSource source, Draws draws, int budget)
{
    /// <summary>How many cases are looked at.</summary>
    public const long MostCases = 16 * BlockRunner.Size;

    private readonly Referee _referee = new(area);

    /// <summary>Looks for them.</summary>
    /// <param name="covered">What the campaign has reached: nothing else is looked for.</param>
    /// <param name="cases">How many cases it had.</param>
    /// <param name="goesOn">Asked before every case.</param>
    public CorpusGrowth Run(ulong[] covered, long cases, Func<bool> goesOn)
    {
        var missing = new SortedSet<int>(Enumerable.Range(0, covered.Length).Where(point => covered[point] > 0));
        var (found, idle) = (new List<ReachingCase>(), new List<int>());
        source.Renew();
        var (planner, plan) = (new Planner(area, source.Capabilities, draws), new CaseSteps());
        for (var i = 0; i < draws.Corpus.Count && goesOn(); i++)
        {
            planner.Plan(draws.First + i, plan);
            if (plan.Count == 0) continue;
            var outcome = Evaluate(new SampleCase(draws.Corpus[i].Configuration, plan.Operations(plan.Count)));
            var reached = Reached(draws.Corpus[i].Configuration, outcome, missing);
            // What is broken or lost says nothing of what the scenario reaches otherwise.
            if (reached.Count == 0 && outcome.Violations.Count == 0 && outcome.Seen is not [.., Lost]) idle.Add(i);
            missing.ExceptWith(reached);
        }

        for (var index = 0L; index < Math.Min(cases, MostCases) && missing.Count > 0 && goesOn(); index++)
        {
            planner.Plan(index, plan);
            var whole = new SampleCase(planner.Configure(index), plan.Operations(plan.Count));
            if (Reduced(index, whole, missing) is { } one) found.Add(one);
        }

        return new CorpusGrowth(found, idle);
    }

    private ReachingCase? Reduced(long index, SampleCase whole, SortedSet<int> missing)
    {
        var wanted = Reached(whole.Configuration, Evaluate(whole), missing);
        if (wanted.Count == 0) return null;
        var reducer = new Reducer(
            area, source.Evaluate, (configuration, outcome) => StepReaching(configuration, outcome, wanted),
            source.Capabilities is null, budget);
        if (!reducer.Reduce(whole.Configuration, whole.Operations)) return null;
        var length = StepReaching(reducer.Configuration, reducer.Best!, wanted)!.Value + 1;
        missing.ExceptWith(wanted);
        return new ReachingCase(
            index, reducer.Configuration, [.. reducer.Best!.Operations.Take(length)],
            [.. reducer.Best.Seen.Take(length)], [.. wanted.Select(point => area.Coverpoints.All[point].Id)]);
    }

    private Outcome Evaluate(SampleCase one)
    {
        var outcome = source.Evaluate(one.Configuration, one.Operations);
        if (outcome.Seen is [.., Lost]) source.Renew();
        return outcome;
    }

    // What is reached once something is broken may be reached because of that.
    private List<int> Reached(Configuration configuration, Outcome outcome, IEnumerable<int> wanted)
    {
        Judge(configuration, outcome, () => false);
        var reached = new List<int>();
        foreach (var point in wanted)
        {
            if (_referee.Covered[point] > 0) reached.Add(point);
        }

        return reached;
    }

    private int? StepReaching(Configuration configuration, Outcome outcome, List<int> wanted) =>
        Judge(configuration, outcome, () => wanted.TrueForAll(point => _referee.Covered[point] > 0));

    private int? Judge(Configuration configuration, Outcome outcome, Func<bool> isEnough)
    {
        var broken = outcome.Violations.Count > 0 ? outcome.Violations.Min(v => v.Step) : int.MaxValue;
        _referee.Start(configuration);
        for (var step = 0; step < outcome.Operations.Count && step < broken; step++)
        {
            _referee.Step(outcome.Operations[step], outcome.Seen[step]);
            if (isEnough()) return step;
        }

        return null;
    }
}
