using IoSpec.Engine;

namespace IoSpec.Tool.Output;

/// <summary>What was not tested, and why; many requirements with one reason are one line.</summary>
/// <param name="output">Where to.</param>
/// <param name="style">The colours.</param>
internal sealed class NotTestedText(TextWriter output, Style style)
{
    private const int Alone = 3;

    /// <summary>Writes what was not tested of a target.</summary>
    public void Write(IEnumerable<RequirementVerdict> requirements)
    {
        foreach (var requirement in requirements.Where(r => r.Verdict == Verdict.Untested))
            Line(requirement, requirement.Requirement.Id);
        foreach (var alike in requirements
            .Where(r => r.Verdict == Verdict.NotApplicable)
            .GroupBy(r => (r.Kind, r.Reason)))
        {
            var all = alike.ToList();
            if (all.Count > Alone) Line(all[0], $"{all.Count.ToText()} requirements, {Ids(all)}");
            else foreach (var requirement in all) Line(requirement, requirement.Requirement.Id);
        }
    }

    private static string Ids(List<RequirementVerdict> alike) =>
        $"{alike[0].Requirement.Id} to {alike[^1].Requirement.Id}";

    private void Line(RequirementVerdict requirement, string what)
    {
        var kind = requirement.Kind is { } k ? $" ({Words.Name(k)})" : "";
        output.WriteLine($"{style.Verdict(requirement.Verdict)}{kind}  {what}  {Words.Safe(requirement.Reason)}");
    }
}
