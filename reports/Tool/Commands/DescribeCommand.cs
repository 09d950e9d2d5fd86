using System.CommandLine;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Targets;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Output;
using IoSpec.Tool.Planning;

namespace IoSpec.Tool.Commands;

/// <summary><c>iospec describe</c>: all that is known of a requirement, or of virtio on a platform.</summary>
internal static class DescribeCommand
{
    public static Command Of(Session session)
    {
        var id = new Argument<string>("requirement")
        {
            Description = "Its id, such as IOMMU-INV-03; or platform:NAME.",
        };
        var command = new Command("describe", "Tells all about a requirement, or about virtio on a platform.") { id };
        command.SetAction(parsed =>
        {
            var name = parsed.GetRequiredValue(id);
            if (name.StartsWith(PlatformText.Prefix, StringComparison.Ordinal))
                PlatformText.Write(session.Output, name[PlatformText.Prefix.Length..]);
            else Write(session.Output, Selection.RequirementOf(name));
            return ExitCode.Conforms;
        });
        return command;
    }

    private static void Write(TextWriter output, Requirement requirement)
    {
        output.WriteLine($"{requirement.Id}  {requirement.Statement}");
        Line("source", requirement.Source);
        if (requirement.Since.Length > 0) Line("since", requirement.Since);
        if (requirement.Until.Length > 0) Line("until", requirement.Until);
        Line("basis", Words.Name(requirement.Basis));
        Line("level", Words.Name(requirement.Level));
        Line("axis", Words.Name(requirement.Axis));
        Line("severity", Words.Name(requirement.Severity));
        Line("broken", requirement.Fails ? "fails an implementation" : "warns");
        foreach (var mutant in FaultyTarget.All.Where(m => m.Requirement == requirement.Id))
            Line("mutant", $"{mutant.Connection}  ({mutant.Reference})");
        foreach (var waiver in WaiverFiles.Read(null).All.Where(w => w.Requirement == requirement.Id))
            Line("waiver", $"{waiver.Id} on {waiver.Target}{(waiver.IsWithheld ? "" : ": " + waiver.Reason)}");
        Line("run", $"iospec run -r {requirement.Id}");

        void Line(string name, string value) => output.WriteLine($"  {name,-10}{Words.Safe(value)}");
    }
}
