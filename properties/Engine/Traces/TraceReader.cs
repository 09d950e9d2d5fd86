using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Reads a trace line by line.</summary>
public sealed class TraceReader
{
    private readonly ReadOnlyMemory<byte> _text;
    private readonly (Shape Configuration, Shape Operation, Shape Observation) _shapes;
    private int _next;
    private long _sequence;

    /// <summary>Reads the first line.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="fileName">What errors call it.</param>
    /// <param name="areas">The area with an id; null if there is none.</param>
    /// <exception cref="BadInputException">It is no trace; the message says where and why.</exception>
    public TraceReader(ReadOnlyMemory<byte> utf8, string fileName, Func<string, Area?> areas)
    {
        (_text, FileName) = (utf8, fileName);
        if (Line() is not { } line) throw new BadInputException("the trace is empty", 1, 1, "", fileName);
        Head = Located(line, text => ReadHead(text, areas));
        var types = Head.Area.Types;
        _shapes = (Shape.Of(types.Configuration), Shape.Of(types.Operation), Shape.Of(types.Observation));
    }

    /// <summary>What errors call it.</summary>
    public string FileName { get; }

    /// <summary>Whose history it is.</summary>
    public TraceHead Head { get; }

    /// <summary>The number of the line that was read last, from 1.</summary>
    public int LineNumber { get; private set; }

    /// <summary>Reads the next line.</summary>
    /// <returns>The line; null after the last one.</returns>
    /// <exception cref="BadInputException">It is none, or not the next one; the message says where and why.</exception>
    public TraceLine? Next() => Line() is { } line ? Located(line, ReadLine) : null;

    /// <summary>An error at the line that was read last.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <returns>The exception to throw.</returns>
    public BadInputException Bad(string problem) => new(problem, LineNumber, 1, "", FileName);

    private ReadOnlyMemory<byte>? Line()
    {
        if (_next >= _text.Length) return null;
        var rest = _text[_next..];
        var length = rest.Span.IndexOf((byte)'\n');
        var line = length < 0 ? rest : rest[..length];
        _next += line.Length + 1;
        LineNumber++;
        return line;
    }

    private T Located<T>(ReadOnlyMemory<byte> line, Func<ReadOnlyMemory<byte>, T> read)
    {
        try
        {
            return read(line);
        }
        catch (BadInputException bad)
        {
            throw new BadInputException(bad.Problem, LineNumber, bad.Column, bad.Path, FileName);
        }
    }

    private static TraceHead ReadHead(ReadOnlyMemory<byte> text, Func<string, Area?> areas)
    {
        const ulong Optional = 0b1_1111_0010;
        var cursor = new JsonCursor(text.Span, "");
        var members = new JsonMembers(ref cursor, TraceFormat.HeadMembers, Optional);
        var (suite, target, version, seed) = ("", "", "", 0ul);
        var isProduct = false;
        Area? area = null;
        Capabilities? capabilities = null;
        List<string> hidden = [];
        while (members.Next(ref cursor, out var index))
        {
            switch (TraceFormat.HeadMembers[index])
            {
                case "schema" when cursor.Text() != TraceFormat.Schema:
                    throw cursor.Bad($"expected \"{TraceFormat.Schema}\"");
                case "suite": suite = cursor.Text(); break;
                case "area": area = areas(cursor.Text()) ?? throw NoArea(ref cursor); break;
                case "target": target = cursor.Text(); break;
                case "version": version = cursor.Text(); break;
                case "product": isProduct = cursor.Flag(); break;
                case "seed": seed = cursor.Hexadecimal(ulong.MaxValue); break;
                case "capabilities": capabilities = ReadCapabilities(ref cursor, area); break;
                case "hidden": hidden = ReadHidden(ref cursor, area); break;
            }
        }

        cursor.End();
        return new TraceHead(suite, area!, target, version, isProduct, seed, capabilities) { Hidden = [.. hidden] };
    }

    private static List<string> ReadHidden(ref JsonCursor cursor, Area? area)
    {
        if (area is null) throw cursor.Bad("\"area\" has to come before this member");
        var hidden = new List<string>();
        cursor.EnterList();
        while (cursor.NextItem())
        {
            var id = cursor.Text();
            if (!area.Requirements.All.Any(requirement => requirement.Id == id))
                throw cursor.Bad($"the area has no requirement \"{OneLine.Of(id, 60)}\"");
            hidden.Add(id);
        }

        return hidden;
    }

    private static BadInputException NoArea(ref JsonCursor cursor) =>
        cursor.Bad($"there is no area \"{OneLine.Of(cursor.Text(), 60)}\"");

    private static Capabilities? ReadCapabilities(ref JsonCursor cursor, Area? area)
    {
        if (area is null) throw cursor.Bad("\"area\" has to come before this member");
        if (cursor.IsNull) return null;
        return area.CapabilitiesType is { } type
            ? (Capabilities)JsonCodec.Read(ref cursor, Shape.Of(type))!
            : throw cursor.Bad("every target of this area can do everything: expected null");
    }

    private TraceLine ReadLine(ReadOnlyMemory<byte> text)
    {
        const ulong AllButSequence = 0b1111111110;
        var cursor = new JsonCursor(text.Span, "");
        var members = new JsonMembers(ref cursor, TraceFormat.LineMembers, AllButSequence);
        var line = new TraceMembers();
        while (members.Next(ref cursor, out var member))
        {
            switch (TraceFormat.LineMembers[member])
            {
                case "seq": ReadSequence(ref cursor); break;
                case "case": line.Case = (long)cursor.Integer(Scenario.LeastCase, long.MaxValue); break;
                case "configuration":
                    line.Configuration = (Configuration)Read(ref cursor, _shapes.Configuration);
                    break;
                case "operation": line.Operation = (Operation)Read(ref cursor, _shapes.Operation); break;
                case "seen": line.Seen = (Observation)Read(ref cursor, _shapes.Observation); break;
                case "operations": line.Operations = ReadOperations(ref cursor); break;
                case "lost": line.Lost = (Loss)Read(ref cursor, Shape.Of(typeof(Loss))); break;
                case "detail": line.Detail = cursor.Text(); break;
                case "cases": line.Cases = (long)cursor.Integer(0, long.MaxValue); break;
                case "steps": line.Steps = (long)cursor.Integer(0, long.MaxValue); break;
            }
        }

        cursor.End();
        return line.ToLine(out var problem) ?? throw Bad(problem);
    }

    private ValueList<Operation> ReadOperations(ref JsonCursor cursor)
    {
        var operations = new List<Operation>();
        cursor.EnterList();
        while (cursor.NextItem()) operations.Add((Operation)Read(ref cursor, _shapes.Operation));
        return [.. operations];
    }

    private static object Read(ref JsonCursor cursor, Shape shape) => JsonCodec.Read(ref cursor, shape)!;

    private void ReadSequence(ref JsonCursor cursor)
    {
        var number = (long)cursor.Integer(0, long.MaxValue);
        if (number != _sequence + 1)
            throw cursor.Bad($"expected the sequence number {(_sequence + 1).ToText()}: lines are missing or shuffled");
        _sequence = number;
    }
}
