using System.CommandLine;
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
        return new Command("waivers", "Tells about failures that are known.") { check };
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
            TargetCatalogue.Find(target);
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
