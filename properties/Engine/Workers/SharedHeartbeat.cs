using System.Diagnostics;
using System.IO.MemoryMappedFiles;

namespace IoSpec.Engine;

/// <summary>
/// A heartbeat in memory that worker and supervisor share: it tells the step even of a worker that is gone.
/// </summary>
internal sealed class SharedHeartbeat : IHeartbeat, IDisposable
{
    private const int Size = 4096;

    // The first steps of a process compile code: how long they take says nothing of the target.
    private const int ColdBeats = 64;
    private const int CaseAt = 0;
    private const int StepAt = 8;
    private const int BeatsAt = 16;
    private const int SlowestAt = 24;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private long _beats;
    private long _last;
    private long _slowest;

    public SharedHeartbeat(string path)
    {
        using var stream = new FileStream(
            path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        if (stream.Length < Size) stream.SetLength(Size);
        _file = MemoryMappedFile.CreateFromFile(
            stream, null, Size, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false);
        _view = _file.CreateViewAccessor(0, Size);
    }

    public long Case => _view.ReadInt64(CaseAt);

    public int Step => (int)_view.ReadInt64(StepAt);

    public long Beats => _view.ReadInt64(BeatsAt);

    /// <summary>The longest step so far, the first ones of the process left out.</summary>
    public TimeSpan Slowest => TimeSpan.FromTicks(_view.ReadInt64(SlowestAt));

    public void Beat(long index, int step)
    {
        var now = Stopwatch.GetTimestamp();
        if (_beats >= ColdBeats && step > 0)
        {
            var ticks = Stopwatch.GetElapsedTime(_last, now).Ticks;
            if (ticks > _slowest) _view.Write(SlowestAt, _slowest = ticks);
        }

        _last = now;
        _view.Write(CaseAt, index);
        _view.Write(StepAt, (long)step);
        _view.Write(BeatsAt, ++_beats);
    }

    /// <summary>Forgets everything: before another worker uses it.</summary>
    public void Clear()
    {
        _view.Write(CaseAt, 0L);
        _view.Write(StepAt, -1L);
        _view.Write(BeatsAt, 0L);
        _view.Write(SlowestAt, 0L);
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}
