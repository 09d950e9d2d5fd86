using IoSpec.Engine;

namespace IoSpec.Tool.Schemas;

/// <summary>The schema of a line of the journal of a run.</summary>
internal static class EventsSchema
{
    public static string Text()
    {
        var shapes = new ShapeSchema();
        return SchemaText.Of(JournalContents.Schema, shapes.Of(RunJournal.LineShape), shapes);
    }
}
