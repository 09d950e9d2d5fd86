using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;

namespace IoSpec.Tool.Converting;

/// <summary>A recorded history as a trace.</summary>
internal static class HistoryTrace
{
    /// <summary>Writes it.</summary>
    /// <param name="history">The history.</param>
    /// <returns>The text; without a last line where something may be missing.</returns>
    public static ReadOnlyMemory<byte> Of(RecordedHistory history)
    {
        var area = AreaCatalogue.Find(history.Area)!;
        var head = new TraceHead(
            Suite.Version, area, history.Target, history.Version, IsProduct: true, Seed: 0, history.Capabilities)
        {
            Hidden = [.. history.Hidden.Select(requirement => requirement.Id)],
        };
        var trace = new TraceWriter(head);
        for (var i = 0; i < history.Cases.Count; i++)
        {
            trace.Start(i, history.Cases[i].Configuration);
            foreach (var step in history.Cases[i].Steps) trace.Step(step.Operation, step.Seen);
        }

        return history.Gap.Length > 0 ? trace.Break() : trace.End();
    }
}
