using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Formats;
using IoSpec.Tool.Output;
using IoSpec.Tool.Planning;

namespace IoSpec.Tool.Commands;

/// <summary>Where the results of a run go, and in which forms.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Results">The path of the results within it.</param>
/// <param name="Main">The form of what is printed.</param>
/// <param name="Files">Further files.</param>
internal sealed record RunOutput(string Folder, string Results, string Main, IReadOnlyList<Format> Files)
{
    /// <summary>Whether what is printed is for people.</summary>
    public bool IsPretty => Main == "pretty";

    /// <summary>Says what is run.</summary>
    public void Begin(Session session, RunPlan plan)
    {
        if (IsPretty) Pretty(session).Begin(plan);
    }

    /// <summary>Writes all that there is to be written of a run.</summary>
    public void End(Session session, RunReport report)
    {
        var json = JsonReport.Of(report);
        OutputFile.Write(Results, json);
        foreach (var file in Files) OutputFile.Write(file.Path!, Text(file.Name, report, json));
        if (IsPretty) Pretty(session).End(report);
        else session.Output.Write(Text(Main, report, json));
    }

    private static PrettyReport Pretty(Session session) =>
        new(session.Output, new Style(session.HasColour), session.Width);

    // All but the form for people is made of the results as they are written: what they do not tell, nothing tells.
    private string Text(string format, RunReport report, string json)
    {
        if (format == "json") return json;
        if (ReportFormat.Has(format)) return ReportFormat.Text(format, RunFolder.Of(json, Folder));
        using var text = new StringWriter();
        var pretty = new PrettyReport(text, new Style(hasColour: false), Session.UsualWidth);
        pretty.Begin(report.Plan);
        pretty.End(report);
        return text.ToString();
    }
}
