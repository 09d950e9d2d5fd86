using System.Diagnostics;
using System.Text;
using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>
/// The journal of a run while it is written: what is in it survives the process at whatever moment that ends, and the
/// machine but for what the last second added.
/// </summary>
public sealed class RunJournal : IDisposable
{
    private static readonly TimeSpan SyncPeriod = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private readonly Stopwatch _sinceSync = Stopwatch.StartNew();
    private readonly string _path;
    private readonly FileStream _file;
    private readonly JournalContents? _known;

    private RunJournal(string path, FileMode mode, JournalContents? known)
    {
        (_path, _known) = (path, known);
        _file = Guard(() => new FileStream(path, mode, FileAccess.Write, FileShare.None, bufferSize: 0));
    }

    /// <summary>The shape of a line.</summary>
    public static Shape LineShape => Shape.Of(typeof(JournalEvent));

    /// <summary>Begins a journal.</summary>
    /// <param name="path">Its path; what is there is overwritten.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="settings">All that decides the result.</param>
    /// <param name="targets">The targets in their order.</param>
    /// <returns>The journal.</returns>
    /// <exception cref="JournalException">It cannot be written, or another process writes it.</exception>
    public static RunJournal Create(
        string path, ulong seed, IEnumerable<JournalSetting> settings, IEnumerable<JournalTarget> targets)
    {
        // It has its first line or is not there: without, no run could go on with it.
        if (File.Exists(path)) new RunJournal(path, FileMode.Open, null).Dispose();
        var part = path + ".part";
        using (var begun = new RunJournal(part, FileMode.Create, null))
        {
            begun.Write(new JournalEvent.Begin(
                JournalContents.Schema, Suite.Version, seed, [.. settings], [.. targets]));
        }

        File.Move(part, path, overwrite: true);
        return new RunJournal(path, FileMode.Append, null);
    }

    /// <summary>Goes on with a journal; a torn last line is cut off.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="known">What it tells.</param>
    /// <returns>The journal.</returns>
    /// <exception cref="JournalException">It cannot be written, or another process writes it.</exception>
    public static RunJournal Resume(string path, JournalContents known)
    {
        var journal = new RunJournal(path, FileMode.Open, known);
        journal.CutTo(known.WholeBytes);
        journal.Write(new JournalEvent.Resumed());
        known.Resume();
        return journal;
    }

    /// <summary>The part of the journal for a campaign.</summary>
    /// <param name="target">The connection string of the target.</param>
    /// <param name="area">The area.</param>
    /// <param name="isProduct">Whether others use the target.</param>
    /// <param name="withheld">Whether a failure must not be shown, and why; null if it may be.</param>
    /// <returns>The part.</returns>
    public CampaignJournal Of(
        string target, Area area, bool isProduct, Func<TargetIdentity, Failure, Withheld?> withheld) =>
        new(this, area, new JournalEvent.Opened(target, area.Id, "", "", isProduct, ""), withheld,
            _known?.Find(target, area.Id));

    /// <summary>Tells that a target cannot be judged, or no further.</summary>
    /// <param name="target">Its connection string.</param>
    /// <param name="problem">Why.</param>
    public void Add(string target, TargetProblem problem) =>
        Write(new JournalEvent.Problem(target, problem.ExitCode, problem.Reason));

    /// <inheritdoc/>
    public void Dispose()
    {
        Guard(Sync);
        _file.Dispose();
    }

    /// <summary>Writes a line.</summary>
    internal void Write(JournalEvent item)
    {
        var line = Encoding.UTF8.GetBytes(WorkerLine.Write(item) + "\n");
        lock (_lock)
        {
            Guard(() =>
            {
                _file.Write(line);
                return _sinceSync.Elapsed < SyncPeriod || Sync();
            });
        }
    }

    internal JournalException Refuse(string problem) => new($"{_path}: {problem}");

    private bool Sync()
    {
        _file.Flush(flushToDisk: true);
        _sinceSync.Restart();
        return true;
    }

    private void CutTo(long bytes) => Guard(() =>
    {
        _file.SetLength(bytes);
        return _file.Seek(0, SeekOrigin.End);
    });

    private T Guard<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new JournalException($"cannot write '{_path}': {exception.Message}");
        }
    }
}
