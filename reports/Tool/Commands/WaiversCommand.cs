using System.CommandLine;
using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Targets;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Output;
using IoSpec.Tool.Planning;

namespace IoSpec.Tool.Commands;

/// <summary><c>iospec waivers</c>: what is known to fail.</summary>
internal static class WaiversCommand
{
    public static Command Of(Session session)
    {
        var file = new Argument<string?>("file")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "A file of waivers; without it, those of the suite itself.",
        };
        var check = new Command("check", "Reads waivers and tells what is wrong with them.") { file };
        check.SetAction(parsed => Check(session.Output, parsed.GetValue(file)));
        var name = new Argument<string>("waiver") { Description = "The id of a waiver, or a failure's signature." };
        var explain = new Command("explain", "Tells all about a waiver.") { name, file };
        explain.SetAction(parsed => Explain(session.Output, parsed.GetValue(name)!, parsed.GetValue(file)));
        return new Command("waivers", "Tells about failures that are known, and adds to them.")
        {
            check, explain, WaiverAddition.Of(session),
        };
    }

    private static int Explain(TextWriter output, string name, string? path)
    {
        var waivers = path is null ? WaiverFiles.Read(null).All : WaiverFiles.ReadOnly(path);
        var found = waivers.Where(waiver => waiver.Id == name || waiver.Signature == name).ToList();
        if (found.Count == 0) throw new UsageException($"no waiver '{name}' in {path ?? "the suite"}");
        foreach (var waiver in found)
        {
            var requirement = AreaCatalogue.FindRequirement(waiver.Requirement)!;
            output.WriteLine(Words.Safe($"{waiver.Id}  {waiver.Target}  {VersionsOf(waiver)}"));
            output.WriteLine(Words.Safe($"  requirement  {requirement.Id}  {requirement.Statement}"));
            output.WriteLine(Words.Safe($"  demanded by  {requirement.Source}"));
            if (!waiver.IsWithheld) output.WriteLine(Words.Safe($"  signature    {waiver.Signature}"));
            output.WriteLine(Words.Safe($"  reason       {waiver.Reason}"));
            if (!waiver.IsWithheld) output.WriteLine(Words.Safe($"  source       {waiver.Source}"));
            if (waiver.Expires is { } last) output.WriteLine(Words.Safe($"  expires      {last}"));
        }

        return ExitCode.Conforms;
    }

    private static string VersionsOf(Waiver waiver)
    {
        if (waiver.Versions is not { } range) return "all versions";
        var from = range.From is { } first ? $"from version {first}" : "all versions";
        return range.Before is { } end ? $"{from}, before {end}" : from;
    }

    private static int Check(TextWriter output, string? path)
    {
        var waivers = path is null ? WaiverFiles.Read(null).All : WaiverFiles.ReadOnly(path);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var isWrong = false;
        foreach (var waiver in waivers)
        {
            var problem = WaiverBook.IsExpired(waiver, today) ? "expired" : ProblemOf(waiver.Target);
            isWrong |= problem is not null;
            output.WriteLine(Words.Safe(
                $"{problem ?? "good"}  {waiver.Id}  {waiver.Requirement}  {waiver.Target}"
                + (waiver.IsWithheld ? "" : $"  {waiver.Reason}")));
        }

        output.WriteLine($"{Words.Plural((ulong)waivers.Count, "waiver")} in {path ?? "the suite"}");
        return isWrong ? ExitCode.StaleWaiver : ExitCode.Conforms;
    }

    private static string? ProblemOf(string target)
    {
        try
        {
            TargetCatalogue.Find(target.Replace("!=", "=", StringComparison.Ordinal));
            return null;
        }
        catch (BadConnectionException)
        {
            return "unknown target";
        }
        catch (TargetUnavailableException)
        {
            // What is not on this machine may be on another.
            return null;
        }
    }
}
