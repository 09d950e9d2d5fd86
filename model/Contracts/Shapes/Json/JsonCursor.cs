using System.Text.Json;

namespace IoSpec.Contracts;

/// <summary>Reads JSON strictly from front to back and knows the place of everything it reads.</summary>
/// <remarks>
/// A value is read while the cursor stands on its first token, and leaves it on its last one.
/// Every method throws <see cref="BadInputException"/> for what does not belong there.
/// </remarks>
public ref partial struct JsonCursor
{
    /// <summary>How deep objects and lists may nest.</summary>
    public const int MostDepth = 32;

    /// <summary>How long a text may be, in bytes.</summary>
    public const int MostBytes = 64 << 20;

    private const string TooShort = "the text ends too early";

    private readonly ReadOnlySpan<byte> _text;
    private readonly string _source;
    private readonly Step[] _steps = new Step[MostDepth];
    private Utf8JsonReader _reader;
    private int _depth;

    /// <summary>Stands on the first token of a text.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="source">What errors call it: the name of the file or stream; may be empty.</param>
    public JsonCursor(ReadOnlySpan<byte> utf8, string source)
    {
        _text = utf8;
        _source = source;
        if (utf8.Length > MostBytes) throw BadAt(0, $"the text is longer than {MostBytes >> 20} MiB");
        _reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MostDepth });
        Advance();
    }

    /// <summary>Whether the value here is null.</summary>
    public readonly bool IsNull => _reader.TokenType == JsonTokenType.Null;

    /// <summary>Goes into the list here.</summary>
    public void EnterList() => Enter(JsonTokenType.StartArray, "expected a list");

    /// <summary>Goes to the next item, or out of the list.</summary>
    /// <returns>False if there is no further item.</returns>
    public bool NextItem()
    {
        _steps[_depth - 1].Index++;
        Advance();
        if (_reader.TokenType != JsonTokenType.EndArray) return true;
        _depth--;
        return false;
    }

    /// <summary>Makes sure that nothing follows the value that was read.</summary>
    public void End()
    {
        if (TryAdvance()) throw Bad("more than one value");
    }

    internal void EnterObject() => Enter(JsonTokenType.StartObject, "expected an object");

    // Of an object whose first member decides what the others are.
    internal void EnterObject(string first)
    {
        EnterObject();
        if (!NextMember(out var name) || name != first) throw Bad($"expected \"{first}\" as the first member");
        EnterMember();
    }

    // Stands on the name until EnterMember, so that an unknown name is reported where it is.
    internal bool NextMember(out string name)
    {
        Advance();
        _steps[_depth - 1].Name = null;
        name = "";
        if (_reader.TokenType == JsonTokenType.EndObject) return false;
        name = String();
        _steps[_depth - 1].Name = name;
        return true;
    }

    internal void EnterMember() => Advance();

    internal void LeaveObject() => _depth--;

    private void Enter(JsonTokenType token, string otherwise)
    {
        if (_reader.TokenType != token) throw Bad(otherwise);
        _steps[_depth++] = new Step { Index = -1, Start = (int)_reader.TokenStartIndex };
    }

    private void Advance()
    {
        if (!TryAdvance()) throw BadAt(_text.Length, TooShort);
    }

    private bool TryAdvance()
    {
        try
        {
            return _reader.Read();
        }
        catch (JsonException e)
        {
            var at = LineStart((int)(e.LineNumber ?? 0)) + (int)(e.BytePositionInLine ?? 0);
            var problem = "no valid JSON: " + e.Message.Split(" LineNumber:")[0].TrimEnd('.');
            throw BadAt(at, at < _text.Length ? problem : TooShort);
        }
    }

    private struct Step
    {
        public string? Name;
        public int Index;
        public int Start;
    }
}
