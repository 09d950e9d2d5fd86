using System.Globalization;
using System.Text;
using System.Xml;
using IoSpec.Engine;

namespace IoSpec.Tool.Output;

/// <summary>A run as JUnit's XML: a suite for each target and area, a test for each requirement.</summary>
/// <remarks>It holds no times, so that equal runs give equal bytes.</remarks>
internal sealed class JunitReport
{
    private readonly XmlWriter _writer;
    private readonly RunReport _report;

    private JunitReport(XmlWriter writer, RunReport report) => (_writer, _report) = (writer, report);

    public static string Of(RunReport report)
    {
        using var text = new Utf8Text();
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = Encoding.UTF8 };
        using (var writer = XmlWriter.Create(text, settings)) new JunitReport(writer, report).Write();
        return text + "\n";
    }

    private void Write()
    {
        _writer.WriteStartElement("testsuites");
        _writer.WriteAttributeString("name", "iospec");
        foreach (var target in _report.Verdict.Targets)
        {
            if (target.Problem is { } problem) Problem(target, problem);
            foreach (var area in target.Areas) Area(target, area);
        }

        _writer.WriteEndElement();
    }

    private void Problem(TargetVerdict target, TargetProblem problem)
    {
        Suite(target.Target, 1, failures: 0, errors: 1, skipped: 0);
        Start(target.Target, "the target can be judged");
        Element("error", target.Verdict.Text(), problem.Reason, "");
        _writer.WriteEndElement();
        _writer.WriteEndElement();
    }

    private void Area(TargetVerdict target, AreaVerdict area)
    {
        var elements = area.Requirements.Select(r => ElementOf(r.Verdict)).ToList();
        var name = Words.Safe($"{target.Target} {area.Result.Area.Id}");
        Suite(
            name, elements.Count, elements.Count(e => e == "failure"), elements.Count(e => e == "error"),
            elements.Count(e => e == "skipped"));
        _writer.WriteStartElement("properties");
        Property("seed", Words.Hexadecimal(_report.Plan.Seed));
        Property("suite", Engine.Suite.Version);
        Property("version", Words.Safe(target.Version));
        _writer.WriteEndElement();
        foreach (var requirement in area.Requirements) Requirement(name, target, area, requirement);
        _writer.WriteEndElement();
    }

    private void Requirement(string suite, TargetVerdict target, AreaVerdict area, RequirementVerdict requirement)
    {
        var own = area.Failures.Where(f => f.Failure.Violation.Requirement == requirement.Requirement).ToList();
        var text = TextOf(target, own);
        Start(suite, $"{requirement.Requirement.Id} {requirement.Requirement.Statement}");
        if (ElementOf(requirement.Verdict) is { } element)
        {
            var message = requirement.Reason.Length > 0 ? requirement.Reason : requirement.Requirement.Statement;
            Element(element, requirement.Verdict.Text(), $"{requirement.Verdict.Text()}: {Words.Safe(message)}", text);
        }
        else if (text.Length > 0)
        {
            _writer.WriteElementString("system-out", text);
        }

        _writer.WriteEndElement();
    }

    private string TextOf(TargetVerdict target, List<FailureVerdict> failures)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        foreach (var failure in failures)
        {
            new FailureText(text, new Style(hasColour: false)).Write(
                failure, target.NameAndVersion(), _report.Plan.Seed, _report.Files.LinkOf(failure));
        }

        return text.ToString();
    }

    // A warning does not fail a build; what was not concluded is told as skipped.
    private static string? ElementOf(Verdict verdict) => verdict switch
    {
        Verdict.Crash or Verdict.Hang or Verdict.Error => "error",
        Verdict.Fail or Verdict.Leak or Verdict.Xpass => "failure",
        Verdict.Pass or Verdict.Warn => null,
        _ => "skipped",
    };

    private void Suite(string name, int tests, int failures, int errors, int skipped)
    {
        _writer.WriteStartElement("testsuite");
        _writer.WriteAttributeString("name", Words.Safe(name));
        _writer.WriteAttributeString("tests", tests.ToText());
        _writer.WriteAttributeString("failures", failures.ToText());
        _writer.WriteAttributeString("errors", errors.ToText());
        _writer.WriteAttributeString("skipped", skipped.ToText());
    }

    private void Start(string suite, string name)
    {
        _writer.WriteStartElement("testcase");
        _writer.WriteAttributeString("classname", Words.Safe(suite));
        _writer.WriteAttributeString("name", name);
    }

    private void Element(string name, string type, string message, string text)
    {
        _writer.WriteStartElement(name);
        if (name != "skipped") _writer.WriteAttributeString("type", type);
        _writer.WriteAttributeString("message", message);
        if (text.Length > 0) _writer.WriteString(text);
        _writer.WriteEndElement();
    }

    private void Property(string name, string value)
    {
        _writer.WriteStartElement("property");
        _writer.WriteAttributeString("name", name);
        _writer.WriteAttributeString("value", value);
        _writer.WriteEndElement();
    }

    // The declaration of the text names the encoding in which it is written to a file.
    private sealed class Utf8Text() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
