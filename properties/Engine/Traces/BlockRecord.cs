using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>The traces of the blocks of a campaign, one file each.</summary>
/// <param name="path">How the paths of the files begin.</param>
/// <param name="seed">The seed of the run.</param>
internal sealed class BlockRecord(string path, ulong seed)
{
    private TraceWriter? _trace;

    /// <summary>A record under a path; null if that is empty.</summary>
    public static BlockRecord? Of(string path, ulong seed) => path.Length == 0 ? null : new BlockRecord(path, seed);

    /// <summary>Begins the trace of a block; one that was begun before is forgotten.</summary>
    public void Begin(Area area, TargetSource source, string version, Capabilities? capabilities) =>
        _trace = new TraceWriter(new TraceHead(
            Suite.Version, area, source.Connection, version, source.IsProduct, seed, capabilities));

    /// <summary>Adds a case as it was judged.</summary>
    public void Add(long index, Configuration configuration, CaseSteps played)
    {
        if (_trace is null) return;
        _trace.Start(index, configuration);
        foreach (var step in played.Steps) _trace.Step(step.Operation, step.Answer);
    }

    /// <summary>Adds a case whose answers went with the target.</summary>
    public void Add(long index, Configuration configuration, IReadOnlyList<Operation> operations, Lost lost)
    {
        _trace?.Start(index, configuration);
        _trace?.Lost(operations, lost);
    }

    /// <summary>Writes the trace of a block.</summary>
    public void End(Area area, long first)
    {
        if (_trace is null) return;
        var file = $"{path}.{area.Id}.{first.ToText()}{TraceFormat.Extension}";
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        using (var stream = File.Create(file + ".part")) stream.Write(_trace.End().Span);
        File.Move(file + ".part", file, overwrite: true);
        _trace = null;
    }
}
