using System.Globalization;
using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;

namespace IoSpec.Tool.Output;

/// <summary>A failure as people read it first: what is demanded, what was done, what was expected and seen.</summary>
/// <param name="output">Where to.</param>
/// <param name="style">The colours.</param>
internal sealed class FailureText(TextWriter output, Style style)
{
    /// <summary>Writes a failure.</summary>
    /// <param name="verdict">The failure with its verdict.</param>
    /// <param name="target">The target that failed.</param>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="file">The scenario file; null if there is none.</param>
    public void Write(FailureVerdict verdict, string target, ulong seed, string? file)
    {
        Head(verdict);
        if (verdict.IsPrivate)
        {
            var waiver = verdict.Waiver is { } known ? $"waiver {known.Id}" : "nothing else is shown of it";
            output.WriteLine($"  target    {target}   {waiver}");
            output.WriteLine();
            return;
        }

        Body(verdict, target, seed, file);
    }

    /// <summary>Writes a failure for those who may know all of it.</summary>
    public void WriteWhole(FailureVerdict verdict, string target, ulong seed, string file)
    {
        Head(verdict);
        Body(verdict, target, seed, file);
    }

    private void Body(FailureVerdict verdict, string target, ulong seed, string? file)
    {
        var failure = verdict.Failure;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  target    {target}   seed {Words.Hexadecimal(seed)}   "
            + $"case {Words.Case(failure.Case)}   {Size(failure)}"));
        if (Note(verdict) is { } note) output.WriteLine($"  note      {note}");
        SequenceTable.Write(output, failure.Operations, failure.Seen, [failure.Operations.Count - 1]);
        Contradiction(failure.Violation);
        if (failure.Explanation is { } explanation) Explain(explanation);
        if (failure.SecondOpinion is { } second) output.WriteLine($"  2nd judge {Words.Safe(second.ToString())}");
        if (file is not null) output.WriteLine($"  replay    iospec replay {CommandText.Quote(file)}");
        output.WriteLine();
    }

    /// <summary>Writes what a violation contradicts.</summary>
    public void Contradiction(Violation violation)
    {
        output.WriteLine($"  expected  {Words.Safe(violation.Allowed)}");
        var kind = $"{violation.Field}: {Words.Name(violation.Deviation)}";
        output.WriteLine($"  got       {Words.Safe(violation.Seen)} ({kind})");
        output.WriteLine($"  source    {violation.Requirement.Source} ({Words.Name(violation.Requirement.Basis)})");
    }

    private void Explain(Explanation explanation)
    {
        foreach (var change in explanation.PassesIf) output.WriteLine($"  passes if {Words.Safe(change)}");
        if (explanation.Irrelevant.Count > 0)
            output.WriteLine($"  whatever  {Words.Safe(string.Join("; ", explanation.Irrelevant))}");
        foreach (var id in explanation.Also)
            output.WriteLine($"  also      {id}  {AreaCatalogue.FindRequirement(id)?.Statement}");
    }

    private void Head(FailureVerdict verdict)
    {
        var requirement = verdict.Failure.Violation.Requirement;
        output.WriteLine(
            $"{style.Verdict(verdict.Verdict)}  {style.Bold(requirement.Id)}  {requirement.Statement}  "
            + $"[{Words.Name(requirement.Severity)}]");
    }

    private static string Size(Failure failure)
    {
        var operations = Words.Plural((ulong)failure.Operations.Count, "operation");
        var minimal = failure.IsMinimal ? "none can be left out" : "may be longer than needed";
        var shown = failure.Reproduced < 0
            ? "not tried again"
            : string.Create(CultureInfo.InvariantCulture, $"shown {failure.Reproduced} of {Replays} times again");
        return $"{operations} ({minimal}), {shown}";
    }

    private const int Replays = 3;

    private static string? Note(FailureVerdict verdict)
    {
        if (verdict.Waiver is { } waiver) return $"waiver {waiver.Id}: {Words.Safe(waiver.Reason)}";
        if (verdict.IsUnknownVersion) return $"unknown version of the target; otherwise {verdict.Raw.Text()}";
        return verdict.Failure.Before > 0
            ? $"needs history: {Words.Plural((ulong)verdict.Failure.Before, "operation")} of earlier cases come first"
            : null;
    }
}
