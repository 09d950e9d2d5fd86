using System.Globalization;
using System.Text;
using System.Xml;
using IoSpec.Engine;
using IoSpec.Html.Results;
using IoSpec.Tool.Output;

namespace IoSpec.Tool.Formats;

/// <summary>A run as JUnit's XML: a suite for each target and area, a test for each requirement.</summary>
/// <remarks>It holds no times, so that equal runs give equal bytes.</remarks>
internal sealed class JunitReport
{
    private readonly XmlWriter _writer;
    private readonly RunResults _results;

    private JunitReport(XmlWriter writer, RunResults results) => (_writer, _results) = (writer, results);

    public static string Of(RunResults results)
    {
        using var text = new Utf8Text();
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = Encoding.UTF8 };
        using (var writer = XmlWriter.Create(text, settings)) new JunitReport(writer, results).Write();
        return text + "\n";
    }

    private void Write()
    {
        _writer.WriteStartElement("testsuites");
        _writer.WriteAttributeString("name", "iospec");
        foreach (var target in _results.Targets)
        {
            if (target.Problem is { } problem) Problem(target, problem);
            foreach (var area in target.Requirements.GroupBy(r => r.Area, StringComparer.Ordinal))
                Area(target, area.Key, [.. area]);
        }

        _writer.WriteEndElement();
    }

    private void Problem(TargetResult target, string problem)
    {
        Suite(target.Target, 1, failures: 0, errors: 1, skipped: 0);
        Start(target.Target, "the target can be judged");
        Element("error", target.Verdict.Text(), Words.Safe(problem), "");
        _writer.WriteEndElement();
        _writer.WriteEndElement();
    }

    private void Area(TargetResult target, string area, List<RequirementResult> requirements)
    {
        var elements = requirements.Select(r => ElementOf(r.Verdict)).ToList();
        var name = Words.Safe($"{target.Target} {area}");
        Suite(
            name, elements.Count, elements.Count(e => e == "failure"), elements.Count(e => e == "error"),
            elements.Count(e => e == "skipped"));
        _writer.WriteStartElement("properties");
        Property("seed", Words.Safe(_results.Seed));
        Property("suite", Words.Safe(_results.Suite));
        Property("version", Words.Safe(target.Version));
        _writer.WriteEndElement();
        foreach (var requirement in requirements) Requirement(name, target, requirement);
        _writer.WriteEndElement();
    }

    private void Requirement(string suite, TargetResult target, RequirementResult requirement)
    {
        var own = target.Failures.Where(f => f.Requirement == requirement.Id);
        var text = string.Concat(own.Select(f => string.Join(
            '\n', ResultText.BlockOf(target, f, _results.Seed)) + "\n\n"));
        Start(suite, ResultText.TitleOf(requirement));
        if (ElementOf(requirement.Verdict) is { } element)
        {
            var message = requirement.Reason.Length > 0
                ? Words.Safe(requirement.Reason) : ResultText.StatementOf(requirement.Id);
            Element(element, requirement.Verdict.Text(), $"{requirement.Verdict.Text()}: {message}", text);
        }
        else if (text.Length > 0)
        {
            _writer.WriteElementString("system-out", text);
        }

        _writer.WriteEndElement();
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
