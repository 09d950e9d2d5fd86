using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>A worker process as its supervisor sees it: asked one thing at a time, and watched meanwhile.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private const string MemoryLimit = "0x80000000";
    private static readonly string[] Kept =
        ["PATH", "HOME", "TMPDIR", "DOTNET_ROOT", "DOTNET_HOST_PATH", "LD_LIBRARY_PATH", "IOSPEC_PRIVATE_FINDINGS"];

    private const int MostComplaints = 4096;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private readonly Process _process;
    private readonly SharedHeartbeat _heartbeat;
    private readonly BlockingCollection<string> _replies = [];
    private readonly StringBuilder _complaints = new();
    private readonly Action<int>? _sweep;

    public WorkerProcess(WorkerCommand command, SharedHeartbeat heartbeat)
    {
        _heartbeat = heartbeat;
        _sweep = command.Sweep;
        heartbeat.Clear();
        _process = Process.Start(StartInfo(command)) ?? throw new SuiteException("the worker did not start");
        new Thread(ReadReplies) { IsBackground = true }.Start();
        new Thread(ReadComplaints) { IsBackground = true }.Start();
    }

    /// <summary>Asks the worker and waits for its reply.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">How long a step may take, from what is known of the target.</param>
    /// <exception cref="WorkerLostException">It ended, or stood still.</exception>
    public WorkerReply Ask(WorkerRequest request, StepLimit limit)
    {
        try
        {
            _process.StandardInput.WriteLine(WorkerLine.Write(request));
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            throw Gone();
        }

        var reply = WorkerLine.Read<WorkerReply>(Await(limit));
        return reply is WorkerReply.Broken broken ? throw new SuiteException(broken.Message) : reply;
    }

    public void Dispose()
    {
        try
        {
            var id = _process.Id;
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
            _sweep?.Invoke(id);
        }
        catch (InvalidOperationException)
        {
            // It was disposed of already.
        }

        _process.Dispose();
    }

    private string Await(StepLimit limit)
    {
        var clock = Stopwatch.StartNew();
        var beats = _heartbeat.Beats;
        string? reply;
        while (!_replies.TryTake(out reply, Glance))
        {
            // What it has started may hold the pipe: that it has ended is enough.
            if (_replies.IsCompleted || _process.HasExited)
                return _replies.TryTake(out reply, Glance) ? reply : throw Gone();
            if (_heartbeat.Beats != beats)
            {
                beats = _heartbeat.Beats;
                clock.Restart();
            }
            else if (clock.Elapsed > limit.For(_heartbeat.Step, beats, _heartbeat.Slowest))
            {
                var (index, step) = (_heartbeat.Case, _heartbeat.Step);
                Dispose();
                throw new WorkerLostException(Loss.Hung, "no answer in time", index, step);
            }
        }

        return reply;
    }

    private WorkerLostException Gone()
    {
        _process.WaitForExit();
        string complaints;
        lock (_complaints) complaints = _complaints.ToString();
        var first = complaints.Split('\n').FirstOrDefault(line => line.Length > 0);
        var last = first is null ? "" : ": " + OneLine.Of(first, 200);
        var detail = $"the process ended with code {_process.ExitCode.ToText()}{last}";
        return new WorkerLostException(Loss.Crashed, detail, _heartbeat.Case, _heartbeat.Step);
    }

    private void ReadReplies()
    {
        try
        {
            while (_process.StandardOutput.ReadLine() is { } line) _replies.Add(line);
        }
        catch (Exception exception) when (IsEnd(exception))
        {
            // The pipe went with the process: the end of the replies says so.
        }
        finally
        {
            _replies.CompleteAdding();
        }
    }

    // Only the beginning is kept: a target may complain without end, and without ending a line.
    private void ReadComplaints()
    {
        var buffer = new char[1024];
        try
        {
            for (int count; (count = _process.StandardError.Read(buffer)) > 0;)
            {
                lock (_complaints)
                    _complaints.Append(buffer, 0, Math.Min(count, MostComplaints - _complaints.Length));
            }
        }
        catch (Exception exception) when (IsEnd(exception))
        {
            // The pipe went with the process.
        }
    }

    private static bool IsEnd(Exception exception) =>
        exception is IOException or ObjectDisposedException or InvalidOperationException;

    private static ProcessStartInfo StartInfo(WorkerCommand command)
    {
        var info = new ProcessStartInfo(command.Program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in command.Arguments) info.ArgumentList.Add(argument);
        info.Environment.Clear();
        foreach (var name in Kept)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value) info.Environment[name] = value;
        }

        info.Environment["DOTNET_GCHeapHardLimit"] = MemoryLimit;
        info.Environment["DOTNET_gcConcurrent"] = "0";

        // Most workers live for a second, to shrink a failure on a fresh target: code is optimized once it is hot.
        info.Environment["DOTNET_TieredPGO"] = "0";
        info.Environment["DOTNET_TC_CallCountingDelayMs"] = "0x64";
        info.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return info;
    }
}
