using System.CommandLine;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Targets;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Commands;

namespace IoSpec.Tool;

/// <summary>The command <c>iospec</c>.</summary>
public static class EntryPoint
{
    private const string Name = "iospec";
    private const string Hint = "please report this line, the command and its seed";

    // An argument that begins with @ is an argument.
    private static readonly ParserConfiguration Plain = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs the command; without arguments, <c>run</c>.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="session">Where it writes to.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, Session session)
    {
        try
        {
            var parsed = Root(session).Parse(arguments.Count == 0 ? ["run"] : arguments, Plain);
            if (CommandLineErrors.Find(parsed) is { } problem) throw new UsageException(problem);
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = session.Output,
                Error = session.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (Exception exception)
        {
            var (code, line) = Explain(exception);
            session.Error.WriteLine($"{Name}: {line}");
            return code;
        }
    }

    /// <summary>What is wrong with a command line, which is not run.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="session">Nothing is written to it.</param>
    /// <returns>One line; null if nothing is.</returns>
    internal static string? ProblemIn(IReadOnlyList<string> arguments, Session session) =>
        CommandLineErrors.Find(Root(session).Parse(arguments, Plain));

    private static RootCommand Root(Session session)
    {
        var root = new RootCommand("Judges implementations of I/O virtualization by an executable specification.");
        root.Directives.Clear();
        root.Subcommands.Add(RunCommand.Of(session));
        root.Subcommands.Add(ReplayCommand.Of(session));
        root.Subcommands.Add(ShrinkCommand.Of(session));
        root.Subcommands.Add(JudgeCommand.Of(session));
        root.Subcommands.Add(ConvertCommand.Of(session));
        root.Subcommands.Add(ListCommand.Of(session));
        root.Subcommands.Add(DescribeCommand.Of(session));
        root.Subcommands.Add(MutantsCommand.Of(session));
        root.Subcommands.Add(DiffCommand.Of(session));
        root.Subcommands.Add(BisectCommand.Of(session));
        root.Subcommands.Add(ReportCommand.Of(session));
        root.Subcommands.Add(CoverageCommand.Of(session));
        root.Subcommands.Add(ExportCommand.Of(session));
        root.Subcommands.Add(WaiversCommand.Of(session));
        root.Subcommands.Add(BenchCommand.Of(session));
        root.Subcommands.Add(StressCommand.Of(session));
        root.Subcommands.Add(DoctorCommand.Of(session));
        root.Subcommands.Add(HarnessCommand.Of(session));
        root.Subcommands.Add(SchemaCommand.Of(session));
        root.Subcommands.Add(ServeCommand.Of(session));
        root.Subcommands.Add(WorkCommand.Of());
        return root;
    }

    private static (int Code, string Line) Explain(Exception exception) => exception switch
    {
        UsageException or BadInputException or BadConnectionException or BadRecordingException or JournalException =>
            (ExitCode.Usage, exception.Message),
        TargetUnavailableException => (ExitCode.Unavailable, OneLine.Of(exception.Message)),
        SuiteException => (ExitCode.Internal, $"the suite is wrong: {OneLine.Of(exception.Message)} ({Hint})"),
        _ => (ExitCode.Internal,
            $"internal error: {exception.GetType().Name}: {OneLine.Of(exception.Message)}{Place(exception)} ({Hint})"),
    };

    private static string Place(Exception exception) =>
        exception.StackTrace?.Split('\n')[0].Trim() is { Length: > 0 } place ? $" {OneLine.Of(place, 160)}" : "";
}
