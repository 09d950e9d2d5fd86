using System.Globalization;
using System.Text.Json;

namespace IoSpec.Contracts;

public ref partial struct JsonCursor
{
    private const string Prefix = "0x";

    /// <summary>Reads words.</summary>
    /// <returns>The words, which may hold any character.</returns>
    public readonly string Text() => _reader.TokenType == JsonTokenType.String ? String() : throw Bad("expected text");

    /// <summary>Reads true or false.</summary>
    /// <returns>The value.</returns>
    public readonly bool Flag() => _reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Bad("expected true or false"),
    };

    /// <summary>Reads a whole number that is written as one.</summary>
    /// <param name="least">The smallest number allowed.</param>
    /// <param name="most">The largest number allowed, at most 2^64 - 1.</param>
    /// <returns>The number.</returns>
    public readonly Int128 Integer(Int128 least, Int128 most)
    {
        if (_reader.TokenType == JsonTokenType.Number)
        {
            if (_reader.TryGetInt64(out var signed) && least <= signed && signed <= most) return signed;
            if (_reader.TryGetUInt64(out var unsigned) && least <= unsigned && unsigned <= most) return unsigned;
        }

        throw Bad(string.Create(CultureInfo.InvariantCulture, $"expected a whole number from {least} to {most}"));
    }

    /// <summary>Reads a number that is written as text with <c>0x</c> and 1 to 16 hexadecimal digits.</summary>
    /// <param name="most">The largest number allowed.</param>
    /// <returns>The number.</returns>
    public readonly ulong Hexadecimal(ulong most)
    {
        if (_reader.TokenType != JsonTokenType.String || !TryHexadecimal(_reader.ValueSpan, out var number))
            throw Bad("expected a number such as \"0x1000\"");
        return number <= most ? number : throw Bad($"expected at most \"0x{most:x}\"");
    }

    /// <summary>An error at the value here.</summary>
    /// <param name="problem">What is wrong; quote what comes from outside with <see cref="OneLine"/>.</param>
    /// <returns>The exception to throw.</returns>
    public readonly BadInputException Bad(string problem) => BadAt((int)_reader.TokenStartIndex, problem);

    internal readonly BadInputException BadObject(string problem) => BadAt(_steps[_depth - 1].Start, problem);

    private static bool TryHexadecimal(ReadOnlySpan<byte> text, out ulong number)
    {
        number = 0;
        return text.Length > Prefix.Length && text.Length <= Prefix.Length + 16 && text.StartsWith("0x"u8)
            && ulong.TryParse(
                text[Prefix.Length..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number);
    }

    private readonly string String()
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Bad("the text is not valid Unicode");
        }
    }

    private readonly BadInputException BadAt(int at, string problem)
    {
        var before = _text[..Math.Min(at, _text.Length)];
        var line = before.Count((byte)'\n') + 1;
        var column = 1;
        foreach (var unit in before[(before.LastIndexOf((byte)'\n') + 1)..])
        {
            // The bytes of a character after its first one count nothing.
            if ((unit & 0xc0) != 0x80) column++;
        }

        return new BadInputException(problem, line, column, Path(), _source);
    }

    private readonly int LineStart(int line)
    {
        var start = 0;
        for (; line > 0; line--) start += _text[start..].IndexOf((byte)'\n') + 1;
        return start;
    }

    private readonly string Path()
    {
        var path = "";
        foreach (var step in _steps.AsSpan(0, _depth))
        {
            if (step.Name is { } name) path += (path.Length > 0 ? "." : "") + OneLine.Of(name, 60);
            else if (step.Index >= 0) path += string.Create(CultureInfo.InvariantCulture, $"[{step.Index}]");
        }

        return path;
    }
}
