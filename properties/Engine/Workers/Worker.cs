using System.Diagnostics;
using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>The worker process: hosts engine and target together and does what the supervisor asks.</summary>
public static class Worker
{
    /// <summary>Serves requests until the input ends.</summary>
    /// <param name="areas">The area with an id.</param>
    /// <param name="targets">The source of a connection string.</param>
    /// <param name="input">Requests, one per line.</param>
    /// <param name="output">Replies, one per line.</param>
    /// <returns>The exit code.</returns>
    public static int Serve(
        Func<string, Area?> areas, Func<string, Area, TargetSource> targets, TextReader input, TextWriter output)
    {
        using var session = new WorkerSession(areas, targets);
        while (input.ReadLine() is { } line)
        {
            output.WriteLine(WorkerLine.Write(Answer(session, line)));
            output.Flush();
        }

        return 0;
    }

    private static WorkerReply Answer(WorkerSession session, string line)
    {
        try
        {
            return WorkerLine.Read<WorkerRequest>(line) switch
            {
                WorkerRequest.Open open => session.Open(open),
                WorkerRequest.Block block => session.Run(block),
                WorkerRequest.Evaluate evaluate => session.Evaluate(evaluate),
                WorkerRequest.AskAgain again => session.AskAgain(again),
                _ => throw new UnreachableException(),
            };
        }
        catch (TargetUnavailableException exception)
        {
            return new WorkerReply.Unavailable(OneLine.Of(exception.Message));
        }
        catch (Exception exception)
        {
            return new WorkerReply.Broken(OneLine.Of(exception.ToString()));
        }
    }
}
