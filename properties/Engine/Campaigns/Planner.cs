using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Plans cases: each drawn operation is answered and judged at once, so that the next one fits.</summary>
/// <remarks>Nothing is put to the test yet: evidence comes from judging what a target answers.</remarks>
/// <param name="area">The area.</param>
/// <param name="capabilities">What the target says it can do; null for everything.</param>
/// <param name="seed">The seed of the run.</param>
/// <param name="without">Kinds of operations that are never drawn; null for none.</param>
internal sealed class Planner(
    Area area, Capabilities? capabilities, ulong seed, IReadOnlySet<string>? without = null)
{
    private const int CasesOfConfiguration = 8;
    private const int Redraws = 8;
    private readonly Referee _referee = new(area, takesEvidence: false);
    private long _configured = -1;
    private Configuration? _configuration;

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
    public void Plan(long index, CaseSteps plan)
    {
        var choices = new Choices(Mix.Of(seed, area.Id, index), SizeOf(index));
        var length = choices.Length(CaseSteps.MeanOperations, CaseSteps.MostOperations);
        plan.Clear();
        var configuration = Configure(index);
        _referee.Start(configuration);
        for (var step = 0; step < length; step++)
        {
            if (TryDraw(configuration, ref choices) is not { } operation) continue;
            var answer = _referee.Answer(operation);
            var after = _referee.Step(operation, answer);
            if (_referee.Violations.Count > 0 || after != After.Consistent) throw Broken(index, operation, answer);
            plan.Add(operation, answer);
        }
    }

    /// <summary>How large the things of a case may be: small first.</summary>
    private static int SizeOf(long index) => (int)Math.Min(100, 1 + (index / CasesOfConfiguration));

    private bool IsLeftOut(Operation operation) =>
        without is { Count: > 0 } && without.Contains(Printer.KindOf(operation));

    private Operation? TryDraw(Configuration configuration, ref Choices choices)
    {
        for (var attempt = 0; attempt < Redraws; attempt++)
        {
            var operation = _referee.Draw(ref choices, capabilities);
            if (IsLeftOut(operation) || !_referee.Applies(operation)) continue;
            if (Avoided.Count == 0 || !Avoided.Contains(Skeleton.Of(configuration, operation))) return operation;
            AvoidedDraws++;
        }

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
