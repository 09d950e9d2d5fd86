using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Plans cases: each drawn operation is answered and judged at once, so that the next one fits.</summary>
internal sealed class Planner(Area area, Capabilities? capabilities, ulong seed)
{
    private const int CasesOfConfiguration = 8;
    private const int Redraws = 8;
    private long _configured = -1;
    private Configuration? _configuration;

    /// <summary>The judge of the plan: after planning it has judged the expected answers.</summary>
    public Referee Referee { get; } = new(area);

    /// <summary>The skeletons of operations that are avoided, because they lost the target too often.</summary>
    public HashSet<string> Avoided { get; } = new(StringComparer.Ordinal);

    /// <summary>How many draws were given up because of that.</summary>
    public ulong AvoidedDraws { get; private set; }

    /// <summary>The configuration of a case; eight cases share one.</summary>
    public Configuration Configure(long index)
    {
        var group = index / CasesOfConfiguration;
        if (group == _configured && _configuration is not null) return _configuration;
        _configured = group;
        _configuration = area.Configure(Mix.Of(seed, area.Id + "/configuration", group), SizeOf(index), capabilities);
        return _configuration;
    }

    /// <summary>Plans a case.</summary>
    public void Plan(long index, PlannedCase plan)
    {
        var choices = new Choices(Mix.Of(seed, area.Id, index), SizeOf(index));
        var length = choices.Length(PlannedCase.MeanOperations, PlannedCase.MostOperations);
        plan.Clear();
        Referee.Start(Configure(index));
        for (var step = 0; step < length; step++)
        {
            if (TryDraw(ref choices) is not { } operation) continue;
            var answer = Referee.Answer(operation);
            var after = Referee.Step(operation, answer);
            if (Referee.Violations.Count > 0 || after != After.Consistent) throw Broken(index, operation, answer);
            plan.Add(operation, answer);
        }
    }

    /// <summary>How large the things of a case may be: small first.</summary>
    private static int SizeOf(long index) => (int)Math.Min(100, 1 + (index / CasesOfConfiguration));

    private Operation? TryDraw(ref Choices choices)
    {
        for (var attempt = 0; attempt < Redraws; attempt++)
        {
            var operation = Referee.Draw(ref choices, capabilities);
            if (!Referee.Applies(operation)) continue;
            if (Avoided.Count == 0 || !Avoided.Contains(Skeleton.Of(operation))) return operation;
            AvoidedDraws++;
        }

        return null;
    }

    private SuiteException Broken(long index, Operation operation, Observation answer)
    {
        var violation = Referee.Violations is [var first, ..] ? $"{first.Requirement.Id}: {first}" : "not consistent";
        return new SuiteException(
            $"the answer of the model breaks the model in case {index.ToText()} of {area.Id}: "
            + $"{operation} -> {answer}: {violation}");
    }
}
