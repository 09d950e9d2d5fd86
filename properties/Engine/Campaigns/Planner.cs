using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Plans cases: each drawn operation is answered and judged at once, so that the next one fits.</summary>
/// <remarks>
/// Nothing is put to the test yet. Of a target whose answers are those of the plan, what the plan has found is the
/// evidence: judging the same answers again would find the same.
/// </remarks>
/// <param name="area">The area.</param>
/// <param name="capabilities">What the target says it can do; null for everything.</param>
/// <param name="draws">What the cases follow from.</param>
/// <param name="sweep">Knows what was swept last; null to begin anew.</param>
internal sealed class Planner(Area area, Capabilities? capabilities, Draws draws, FailureSweep? sweep = null)
{
    private const int CasesOfConfiguration = 8;
    private const int Redraws = 8;
    private readonly Referee _referee = new(area, plans: true);
    private readonly Aim _aim = new();
    private readonly FailureSweep _sweep = sweep ?? new(area, draws);
    private readonly PossibleConfigurations _possible = new(area, capabilities);
    private long _configured = -1;
    private Configuration? _configuration;

    /// <summary>The skeletons of operations that are avoided, because they lost the target too often.</summary>
    public HashSet<string> Avoided { get; } = new(StringComparer.Ordinal);

    /// <summary>The operations of replayed scenarios so far that were left out.</summary>
    public ulong Dropped { get; private set; }

    /// <summary>The draws so far that became no operation.</summary>
    public DrawCount Lost { get; private set; }

    /// <summary>What is put to the test by a target that answers as the last case was planned.</summary>
    public CaseEvidence Expected { get; } = new();

    /// <summary>From now on the last cases of a block aim at what its first ones have not reached.</summary>
    /// <param name="covered">How often they have reached each coverpoint; empty to aim at nothing.</param>
    public void AimBeyond(ReadOnlySpan<ulong> covered) => _aim.Set(covered);

    /// <summary>The configuration of a case; eight cases share one.</summary>
    public Configuration Configure(long index)
    {
        if (index < 0) return Replayed(index).Configuration;
        index = FailureSweep.DrawnOf(index);
        var group = index / CasesOfConfiguration;
        if (group == _configured && _configuration is not null) return _configuration;
        _configured = group;
        _configuration = area.Configure(
            Mix.Of(draws.Seed, area.Id + "/configuration", group), SizeOf(index), capabilities);
        return _configuration;
    }

    /// <summary>Plans a case: one of the corpus, one that is drawn, or one of those with a call that fails.</summary>
    /// <remarks>Of the last kind some numbers are of no case: then there is no operation.</remarks>
    public void Plan(long index, CaseSteps plan)
    {
        if (index < 0) PlanReplayed(index, plan);
        else if (FailureSweep.Has(index)) PlanFailing(index, plan);
        else if (_aim.IsTakenBy(index)) PlanBest(index, plan);
        else PlanDrawn(index, plan);
    }

    /// <summary>Whether a case is not replayed, because the target cannot have its configuration.</summary>
    public bool IsNotReplayed(long index) => index < 0 && !_possible.Has(Replayed(index).Configuration);

    private void PlanReplayed(long index, CaseSteps plan)
    {
        plan.Clear();
        if (IsNotReplayed(index)) return;
        var replayed = Replayed(index);
        Replay(index, replayed, plan);
        Dropped += (ulong)(replayed.Operations.Count - plan.Count);
    }

    private SampleCase Replayed(long index) => draws.Corpus[(int)(index - draws.First)];

    // Neither what is avoided here nor what draws become here has to do with the drawn case.
    private void PlanFailing(long index, CaseSteps plan)
    {
        var drawn = FailureSweep.DrawnOf(index);
        var operations = _sweep.Of(index, Configure(index), () =>
        {
            var plain = new Planner(area, capabilities, draws, _sweep);
            plain.Plan(drawn, Mix.Of(draws.Seed, area.Id, drawn), plan);
            return plan.Operations(plan.Count);
        });
        Replay(index, new SampleCase(Configure(index), operations), plan);
    }

    // What no longer makes sense is left out, and what is never drawn.
    private void Replay(long index, SampleCase replayed, CaseSteps plan)
    {
        plan.Clear();
        _referee.Start(replayed.Configuration);
        var gone = new List<int>();
        for (var i = 0; i < Math.Min(replayed.Operations.Count, CaseSteps.MostOperations); i++)
        {
            var operation = HeldSteps.Without(replayed.Operations[i], gone);
            if (!draws.LeavesOut(operation) && _referee.Applies(operation)) Advance(index, operation, plan);
            else gone.Add(i);
        }

        Expected.TakeFrom(_referee);
    }

    private void PlanDrawn(long index, CaseSteps plan)
    {
        Plan(index, Mix.Of(draws.Seed, area.Id, index), plan);
        Expected.TakeFrom(_referee);
    }

    private void PlanBest(long index, CaseSteps plan)
    {
        var candidate = new CaseSteps();
        var most = -1;
        for (var i = 0; i < Aim.Candidates && most < Aim.Hit; i++)
        {
            var seed = i == 0
                ? Mix.Of(draws.Seed, area.Id, index)
                : Mix.Of(draws.Seed, area.Id + "/aim", (index * Aim.Candidates) + i);
            Plan(index, seed, candidate);
            var reached = _aim.Reached(index, _referee.Covered);
            if (reached <= most) continue;
            most = reached;
            plan.TakeFrom(candidate);
            Expected.TakeFrom(_referee);
        }
    }

    private void Plan(long index, ulong seed, CaseSteps plan)
    {
        var choices = new Choices(seed, SizeOf(index));
        var length = choices.Length(CaseSteps.MeanOperations, CaseSteps.MostOperations);
        plan.Clear();
        var configuration = Configure(index);
        _referee.Start(configuration);
        for (var step = 0; step < length; step++)
        {
            if (TryDraw(configuration, ref choices) is { } operation) Advance(index, operation, plan);
        }
    }

    private void Advance(long index, Operation operation, CaseSteps plan)
    {
        var answer = _referee.Answer(operation);
        var after = _referee.Step(operation, answer);
        if (_referee.Violations.Count > 0 || after != After.Consistent) throw Broken(index, operation, answer);
        plan.Add(operation, answer);
    }

    /// <summary>How large the things of a case may be: small first.</summary>
    private static int SizeOf(long index) => (int)Math.Min(Choices.LargestSize, 1 + (index / CasesOfConfiguration));

    private Operation? TryDraw(Configuration configuration, ref Choices choices)
    {
        for (var attempt = 0; attempt < Redraws; attempt++)
        {
            var operation = _referee.Draw(ref choices, capabilities);
            if (draws.LeavesOut(operation) || !_referee.Applies(operation)) Lost += new DrawCount(0, 1, 0);
            else if (Avoided.Count == 0 || !Avoided.Contains(Skeleton.Of(configuration, operation))) return operation;
            else Lost += new DrawCount(1, 0, 0);
        }

        Lost += new DrawCount(0, 0, 1);
        return null;
    }

    private SuiteException Broken(long index, Operation operation, Observation answer)
    {
        var violation = _referee.Violations is [var first, ..] ? $"{first.Requirement.Id}: {first}" : "not consistent";
        return new SuiteException(
            $"the answer of the model breaks the model in case {index.ToText()} of {area.Id}: "
            + $"{operation} -> {answer}: {violation}");
    }
}
