using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Judges the record of a failure in the area that the record is of.</summary>
internal static class SecondJudge
{
    /// <summary>Runs a failing sequence once more on a target that records it, and judges the record.</summary>
    /// <param name="target">The target.</param>
    /// <param name="areas">The area with an id.</param>
    /// <param name="run">Runs the sequence on the target.</param>
    /// <returns>The opinion; null if the target records nothing.</returns>
    public static SecondOpinion? Ask(ITarget target, Func<string, Area?> areas, Func<Outcome> run)
    {
        if (target is not IRecordsRaw raw || !raw.Record()) return null;
        var outcome = run();
        if (raw.TakeRecord() is not { } record) return null;
        var area = areas(record.Area) ?? throw new SuiteException($"no area {record.Area}");
        var opinion = Judge(area, record);
        return outcome.Violations.Count > 0
            ? opinion
            : opinion with { Violated = [], Doubt = "the failure did not show while it was recorded" };
    }

    /// <summary>Judges a record.</summary>
    /// <param name="area">The area that it is of.</param>
    /// <param name="record">The record.</param>
    /// <returns>The opinion.</returns>
    public static SecondOpinion Judge(Area area, RawRecord record)
    {
        var referee = new Referee(area, plans: true);
        var violated = new SortedSet<string>(StringComparer.Ordinal);
        var doubt = "";
        referee.Start(record.Configuration);
        for (var i = 0; i < record.Operations.Count; i++)
        {
            var operation = record.Operations[i];
            if (!referee.Applies(operation))
            {
                doubt = $"step {(i + 1).ToText()}, {Printer.KindOf(operation)}, makes no sense to it";
                continue;
            }

            var after = referee.Step(operation, record.Seen[i]);
            foreach (var violation in referee.Violations)
            {
                if (violation.Requirement == area.Liveness) doubt = $"step {(i + 1).ToText()} has no answer";
                else if (violation.Requirement.Fails) violated.Add(violation.Requirement.Id);
            }

            if (after == After.Lost) break;
        }

        if (doubt.Length == 0 && referee.Ambiguous > 0) doubt = "too many results are allowed";
        var scenario = ScenarioOf.Sequence(area, record.Configuration, record.Operations, record.Seen).Write(area);
        return new SecondOpinion(area.Id, [.. violated], doubt, scenario);
    }
}
