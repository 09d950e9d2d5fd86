namespace IoSpec.Contracts;

/// <summary>The members of an object while it is read: each known, none twice, none missing.</summary>
/// <remarks>Call <see cref="Next"/> until it is false and read the value of the member each time.</remarks>
public struct JsonMembers
{
    private readonly IReadOnlyList<string> _names;
    private readonly ulong _optional;
    private readonly string _first;
    private ulong _seen;

    /// <summary>Goes into the object at the cursor.</summary>
    /// <param name="cursor">The cursor.</param>
    /// <param name="names">The members that the object may have, at most 64.</param>
    /// <param name="optional">One bit for each name, from the lowest: whether the member may be missing.</param>
    public JsonMembers(ref JsonCursor cursor, IReadOnlyList<string> names, ulong optional = 0)
        : this(names, optional, "") => cursor.EnterObject();

    // For an object whose first member was read already.
    internal JsonMembers(IReadOnlyList<string> names, ulong optional, string first)
    {
        _first = first;
        if (names.Count > 64) throw new ArgumentException("An object has at most 64 members.");
        _names = names;
        _optional = optional;
    }

    /// <summary>Whether a member was read.</summary>
    /// <param name="index">The index of its name.</param>
    /// <returns>True if it was.</returns>
    public readonly bool Has(int index) => (_seen >> index & 1) != 0;

    /// <summary>Goes to the value of the next member, or out of the object.</summary>
    /// <param name="cursor">The cursor on which the object was entered.</param>
    /// <param name="index">The index of the member's name.</param>
    /// <returns>False if there is no further member.</returns>
    public bool Next(ref JsonCursor cursor, out int index)
    {
        if (!cursor.NextMember(out var name))
        {
            index = -1;
            RequireAll(ref cursor);
            cursor.LeaveObject();
            return false;
        }

        index = IndexOf(name);
        if (index < 0 && (_first.Length == 0 || name != _first)) throw cursor.Bad("this member is unknown");
        if (index < 0 || Has(index)) throw cursor.Bad("this member was there before");
        _seen |= 1ul << index;
        cursor.EnterMember();
        return true;
    }

    private readonly int IndexOf(string name)
    {
        for (var i = 0; i < _names.Count; i++)
        {
            if (_names[i] == name) return i;
        }

        return -1;
    }

    private readonly void RequireAll(ref JsonCursor cursor)
    {
        for (var i = 0; i < _names.Count; i++)
        {
            if (!Has(i) && (_optional >> i & 1) == 0) throw cursor.BadObject($"the member \"{_names[i]}\" is missing");
        }
    }
}
