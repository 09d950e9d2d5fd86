using System.Diagnostics;
using System.Runtime.InteropServices;

namespace IoSpec.Tool.CommandLine;

/// <summary>The user's wish to stop: the first ends what runs and keeps its results, a later one the process.</summary>
internal sealed class StopSignals : IDisposable
{
    // One wish may arrive twice: to the process and to its group.
    private static readonly TimeSpan Same = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _source = new();
    private readonly Stopwatch _since = new();
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, End),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, End),
    ];

    public CancellationToken Stop => _source.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _source.Dispose();
    }

    private void End(PosixSignalContext context)
    {
        context.Cancel = _since.Elapsed < Same;
        _since.Start();
        _source.Cancel();
    }
}
