using System.Text.Json;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tool.Comparing;

namespace IoSpec.Tool.Output;

/// <summary>A run as <c>results.json</c>.</summary>
/// <remarks>Equal runs give equal bytes but for <c>seconds</c> and what is under <c>timing</c>.</remarks>
internal sealed class JsonReport
{
    private readonly Utf8JsonWriter _writer;
    private readonly RunReport _report;

    private JsonReport(Utf8JsonWriter writer, RunReport report) => (_writer, _report) = (writer, report);

    public static string Of(RunReport report) => JsonText.Of(writer => new JsonReport(writer, report).Write());

    private void Write()
    {
        var (plan, verdict) = (_report.Plan, _report.Verdict);
        _writer.WriteStartObject();
        _writer.WriteString("schema", ResultsFile.Schema);
        _writer.WriteString("suite", Suite.Version);
        _writer.WriteString("seed", Words.Hexadecimal(plan.Seed));
        _writer.Objects("settings", plan.Settings, setting =>
        {
            _writer.WriteString("name", setting.Name);
            _writer.WriteString("value", setting.Value);
            _writer.WriteString("origin", setting.Origin);
        });
        _writer.WriteNumber("exit", verdict.Exit);
        _writer.WriteString("verdict", verdict.Verdict.Text());
        _writer.WriteBoolean("interrupted", verdict.IsInterrupted);
        _writer.Objects("targets", verdict.Targets, Target);
        MatrixJson.Write(_writer, JudgedTarget.Of(verdict));
        AlternativesJson.Write(_writer, _report.Comparisons);
        _writer.Objects("waivers", verdict.Notes.OrderBy(n => n.Waiver.Id, StringComparer.Ordinal), note =>
        {
            _writer.WriteString("id", note.Waiver.Id);
            _writer.WriteString("problem", note.IsExpired ? "expired" : "stale");
        });
        _writer.Object("timing", () =>
        {
            _writer.WriteNumber("jobs", plan.Jobs);
            _writer.Seconds("seconds", Seconds(verdict.Targets.SelectMany(t => t.Areas)));
        });
        _writer.WriteEndObject();
    }

    private void Target(TargetVerdict target)
    {
        _writer.WriteString("target", target.Target);
        _writer.WriteString("version", target.Version);
        _writer.WriteString("verdict", target.Verdict.Text());
        _writer.WriteNumber("operations", target.Areas.Aggregate(0ul, (n, a) => n + a.Result.Evidence.Operations));
        _writer.Seconds("seconds", Seconds(target.Areas));
        if (target.Problem is { } problem)
        {
            _writer.WriteString("problem", problem.Reason);
            _writer.WriteNumber("problemExit", problem.ExitCode);
        }

        _writer.Objects("requirements", target.Requirements, Requirement);
        _writer.Objects("failures", target.Failures, Failure);
        _writer.Object("coverage", () =>
        {
            foreach (var area in target.Areas)
                _writer.Object(area.Result.Area.Id, () => Coverage(area.Result.Area, area.Result.Evidence));
        });
        _writer.Object("timing", () => _writer.Objects("areas", target.Areas, area =>
        {
            _writer.WriteString("area", area.Result.Area.Id);
            _writer.Seconds("runSeconds", area.Result.RunSeconds);
            var rate = area.Result.Evidence.Operations / Math.Max(0.001, area.Result.RunSeconds);
            _writer.WriteNumber("operationsPerSecond", (long)rate);
        }));
    }

    private void Requirement(RequirementVerdict requirement)
    {
        _writer.WriteString("id", requirement.Requirement.Id);
        _writer.WriteString("area", requirement.Requirement.Area);
        _writer.WriteString("level", Words.Name(requirement.Requirement.Level));
        _writer.WriteString("axis", Words.Name(requirement.Requirement.Axis));
        _writer.WriteString("severity", Words.Name(requirement.Requirement.Severity));
        _writer.WriteString("verdict", requirement.Verdict.Text());
        _writer.WriteNumber("hits", requirement.Hits);
        _writer.WriteNumber("cases", requirement.Cases);
        if (requirement.Kind is { } kind) _writer.WriteString("kind", Words.Name(kind));
        if (requirement.Reason.Length > 0) _writer.WriteString("reason", requirement.Reason);
    }

    // The verdict of a failure is the one without waivers, which are seen beside it; but nothing of what is private.
    private void Failure(FailureVerdict verdict)
    {
        var (failure, isShown) = (verdict.Failure, !verdict.IsPrivate);
        var requirement = failure.Violation.Requirement;
        _writer.WriteString("requirement", requirement.Id);
        _writer.WriteString("area", requirement.Area);
        _writer.WriteString("verdict", (isShown || verdict.Waiver is null ? verdict.Raw : verdict.Verdict).Text());
        _writer.WriteString("severity", Words.Name(requirement.Severity));
        _writer.WriteString("signature", isShown ? failure.Signature.ToString() : "");
        _writer.WriteNumber("operations", isShown ? failure.Operations.Count : 0);
        _writer.WriteBoolean("minimal", isShown && failure.IsMinimal);
        _writer.WriteString("scenario", _report.Files.LinkOf(verdict));
        _writer.WriteString("waiver", verdict.Waiver?.Id);
        if (verdict.Waiver is { } waiver) _writer.Object("waived", () => Waived(waiver));
        _writer.WriteBoolean("unknownVersion", verdict.IsUnknownVersion);
        if (!isShown) return;
        _writer.WriteNumber("case", failure.Case);
        _writer.WriteNumber("before", failure.Before);
        _writer.WriteNumber("reproduced", failure.Reproduced);
        _writer.WriteNumber("evaluations", failure.Evaluations);
        _writer.WriteString("expected", Words.Safe(failure.Violation.Allowed));
        _writer.WriteString("got", Words.Safe(failure.Violation.Seen));
        if (failure.Explanation is { } explanation) _writer.Object("explanation", () => Explanation(explanation));
        if (failure.SecondOpinion is { } second) _writer.Object("secondJudge", () => SecondJudge(verdict, second));
    }

    private void Explanation(Explanation explanation)
    {
        _writer.Texts("passesIf", explanation.PassesIf);
        _writer.Texts("irrelevant", explanation.Irrelevant);
        _writer.Texts("also", explanation.Also);
    }

    private void Waived(Waiver waiver)
    {
        _writer.WriteString("reason", Words.Safe(waiver.Reason));
        _writer.WriteString("source", Words.Safe(waiver.Source));
        _writer.WriteString("expires", waiver.Expires);
    }

    private void SecondJudge(FailureVerdict verdict, SecondOpinion second)
    {
        _writer.WriteString("area", second.Area);
        _writer.WriteBoolean("agrees", second.Agrees);
        _writer.Texts("requirements", second.Violated);
        _writer.WriteString("opinion", Words.Safe(second.ToString()));
        _writer.WriteString("scenario", _report.Files.SecondLinkOf(verdict));
    }

    private void Coverage(Area area, Evidence evidence)
    {
        _writer.WriteNumber("cases", evidence.CasesRun);
        _writer.WriteNumber("operations", evidence.Operations);
        _writer.WriteNumber("skipped", evidence.Skipped);
        _writer.WriteNumber("avoided", evidence.Avoided);
        _writer.WriteNumber("ambiguous", evidence.Ambiguous);
        _writer.Object("coverpoints", () =>
        {
            foreach (var point in area.Coverpoints.All) _writer.WriteNumber(point.Id, evidence.Covered[point.Index]);
        });
        _writer.Object("pairs", () =>
        {
            foreach (var (pair, count) in evidence.Pairs) _writer.WriteNumber(pair, count);
        });
        _writer.Object("health", () => Health(area, evidence));
    }

    // Numbers only: those of several runs are added.
    private void Health(Area area, Evidence evidence)
    {
        _writer.WriteNumber("discarded", evidence.Discarded);
        _writer.WriteNumber("stuck", evidence.Stuck);
        _writer.WriteNumber("swept", evidence.Swept);
        _writer.WriteNumber("cut", evidence.Cut);
        _writer.WriteNumber("notReplayed", evidence.NotReplayed);
        _writer.Object("lengths", () =>
        {
            for (var i = 0; i < evidence.Lengths.Length; i++)
                _writer.WriteNumber(HealthText.Class(i), evidence.Lengths[i]);
        });
        _writer.Object("kinds", () =>
        {
            foreach (var kind in ((Shape.Union)Shape.Of(area.Types.Operation)).Cases)
                _writer.WriteNumber(kind.Name, evidence.Kinds.GetValueOrDefault(kind.Name));
        });
    }

    private static double Seconds(IEnumerable<AreaVerdict> areas) => areas.Sum(a => a.Result.Seconds);
}
