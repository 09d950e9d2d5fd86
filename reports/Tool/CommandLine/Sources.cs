using IoSpec.Engine;
using IoSpec.Targets;

namespace IoSpec.Tool.CommandLine;

/// <summary>Plugs as the engine wants them.</summary>
internal static class Sources
{
    /// <summary>Where a plug's target for an area comes from; null if it does not offer the area.</summary>
    public static TargetSource? For(this Plug plug, Area area) =>
        plug.For(area.Types) is { } part
            ? new TargetSource(part.Connection, plug.NeedsWorker, part.Open)
            {
                IsSingle = plug.IsSingle,
                IsProduct = plug.IsProduct,
            }
            : null;

    /// <summary>Where the target of a connection string comes from: what a worker is asked for.</summary>
    public static TargetSource Of(string connection, Area area) => TargetCatalogue.Find(connection).For(area)
        ?? throw new SuiteException($"{connection} does not offer the area {area.Id}");
}
