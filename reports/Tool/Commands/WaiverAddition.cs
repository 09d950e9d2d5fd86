using System.CommandLine;
using System.Globalization;
using System.Text;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Comparing;
using IoSpec.Tool.Output;
using IoSpec.Tool.Planning;

namespace IoSpec.Tool.Commands;

/// <summary><c>iospec waivers add</c>: a failure of a run becomes a waiver in a file of the user's.</summary>
internal sealed class WaiverAddition
{
    private readonly Argument<string> _from = new("results")
    {
        Description = "The results.json of a run with the failure, or the scenario of the failure.",
    };

    private readonly Option<string?> _signature =
        OptionOf.Text("--signature", "SIGNATURE", "The failure's signature; that of a scenario is known.");

    private readonly Option<string?> _target =
        OptionOf.Text("--target", "TARGET", "The target, if several of the run have the failure.");

    private readonly Option<string> _id = Needed("--id", "ID", "The name of the waiver.");

    private readonly Option<string> _reason = Needed(
        "--reason", "REASON", $"Why it fails, in one line; '{Waiver.Withheld}' if nothing may be shown.");

    private readonly Option<string> _source = Needed("--source", "SOURCE", "Where that is written.");

    private readonly Option<string?> _versions = OptionOf.Text(
        "--versions", "FROM..BEFORE", "The versions that fail; without it, those like the one that failed.");

    private readonly Option<string?> _expires = OptionOf.Text("--expires", "DAY", "The last day, such as 2030-12-31.");

    private readonly Option<string> _to = Needed("--to", "FILE", "The file of waivers; made if it is missing.");

    public static Command Of(Session session)
    {
        var addition = new WaiverAddition();
        var command = new Command("add", "Adds a failure of a run to a file of waivers.")
        {
            addition._from, addition._signature, addition._target, addition._id, addition._reason, addition._source,
            addition._versions, addition._expires, addition._to,
        };
        command.SetAction(parsed => addition.Add(parsed, session.Output));
        return command;
    }

    private int Add(ParseResult parsed, TextWriter output)
    {
        var found = Find(parsed.GetRequiredValue(_from), parsed.GetValue(_signature), parsed.GetValue(_target));
        var versions = parsed.GetValue(_versions) is { } text ? RangeOf(text) : LikeThat(found.Version);
        var waiver = new Waiver(
            parsed.GetRequiredValue(_id), found.Requirement, found.Signature, found.Target, versions,
            parsed.GetRequiredValue(_reason), parsed.GetRequiredValue(_source), parsed.GetValue(_expires));
        var to = parsed.GetRequiredValue(_to);
        var before = File.Exists(to) ? WaiverFiles.Bytes(to) : WaiverText.Empty;
        WaiverFiles.Parse(before, to);
        var after = WaiverText.Add(before, waiver);

        // What the suite would not read is not written.
        WaiverFiles.Parse(after, to);
        OutputFile.Write(to, Encoding.UTF8.GetString(after));
        var about = waiver.IsWithheld ? waiver.Requirement : waiver.Signature;
        output.WriteLine(Words.Safe($"added {waiver.Id}: {about} of {waiver.Target} {found.Version} to {to}"));
        return ExitCode.Conforms;
    }

    private static Option<string> Needed(string name, string form, string about) =>
        new(name) { Description = about, HelpName = form, Required = true };

    // The program that plays a target is no part of what is waived: its version is.
    private static Known Find(string path, string? signature, string? target)
    {
        if (path.EndsWith(ScenarioFormat.Extension, StringComparison.Ordinal))
        {
            var scenario = ScenarioFile.Read(path).Scenario;
            if (scenario.Signature.Length == 0) throw new UsageException($"{path}: this scenario shows no failure");
            return new Known(
                JudgedTarget.DeviceOf(scenario.Target), "", scenario.Requirement, scenario.Signature);
        }

        if (signature is null) throw new UsageException($"--signature says which failure in {path} is meant");
        var found = ResultsFile.Read(path).Where(t => target is null || t.Connection == target)
            .SelectMany(t => t.Failures, (t, f) => (Target: t, Failure: f))
            .Where(pair => pair.Failure.Name == signature)
            .Select(pair => new Known(pair.Target.Device, pair.Target.Version, pair.Failure.Requirement, signature))
            .ToList();
        return found.Count switch
        {
            0 => throw new UsageException($"{path}: no failure has the signature '{signature}'"),
            1 => found[0],
            _ => throw new UsageException($"{path}: several targets have this failure; name one with --target"),
        };
    }

    // From the version that failed up to the next minor one: what comes later has to be looked at again.
    private static VersionRange? LikeThat(string version)
    {
        var parts = version.Split('.');
        return parts.Length >= 2 && IsNumber(parts[0], out var major) && IsNumber(parts[1], out var minor)
            ? new VersionRange(Dotted(major, minor), Dotted(major, minor + 1))
            : null;
    }

    private static VersionRange? RangeOf(string text)
    {
        var limits = text.Split("..");
        if (limits.Length != 2)
            throw new UsageException($"--versions: '{text}' is no range such as 7.2..10.1 or 10.0..");
        var (from, before) = (limits[0], limits[1]);
        return from.Length + before.Length == 0
            ? null
            : new VersionRange(from.Length > 0 ? from : null, before.Length > 0 ? before : null);
    }

    private static string Dotted(int major, int minor) =>
        string.Create(CultureInfo.InvariantCulture, $"{major}.{minor}");

    private static bool IsNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private sealed record Known(string Target, string Version, string Requirement, string Signature);
}
