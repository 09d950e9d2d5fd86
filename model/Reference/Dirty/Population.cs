using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;

namespace IoSpec.Reference.Dirty;

/// <summary>What is mapped, what is pinned, and who is there: the same for a tracker and for its judge.</summary>
/// <param name="configuration">What holds for the case.</param>
public sealed class Population(DirtyConfiguration configuration)
{
    private readonly bool[] _isAttached = [.. configuration.Writers.Select(_ => true)];
    private readonly bool[] _hasPinned = new bool[configuration.Writers.Count];

    /// <summary>The mappings, in the order of their addresses.</summary>
    public List<TrackedMapping> Mappings { get; } = [];

    /// <summary>What is mapped.</summary>
    public PageSet Mapped { get; } = new();

    /// <summary>What is pinned.</summary>
    public List<PinnedPages> Pins { get; } = [];

    /// <summary>How many writers there are, present or not.</summary>
    public int Writers => configuration.Writers.Count;

    /// <summary>Whether a writer is there.</summary>
    /// <param name="writer">The writer.</param>
    /// <returns>True if it is.</returns>
    public bool IsAttached(WriterId writer) => writer.Value < _isAttached.Length && _isAttached[writer.Value];

    /// <summary>How a tracker can know of what somebody writes.</summary>
    /// <param name="writer">The writer.</param>
    /// <returns>The kind.</returns>
    public WriterKind KindOf(WriterId writer) => configuration.Writers[(int)writer.Value];

    /// <summary>Whether a writer is restricted to what it has pinned.</summary>
    /// <param name="writer">The writer.</param>
    /// <returns>True if it has pinned something, and nobody sees what it writes.</returns>
    public bool IsNarrowed(WriterId writer) => _hasPinned[writer.Value] && KindOf(writer) == WriterKind.Unseen;

    /// <summary>Whether somebody is there who can write all that is mapped, unseen.</summary>
    public bool HasUnseen
    {
        get
        {
            for (var i = 0; i < _isAttached.Length; i++)
            {
                var isUnseen = _isAttached[i] && configuration.Writers[i] == WriterKind.Unseen;
                if (isUnseen && !_hasPinned[i]) return true;
            }

            return false;
        }
    }

    /// <summary>Whether somebody may write an address.</summary>
    /// <param name="writer">Who.</param>
    /// <param name="range">The pages.</param>
    /// <returns>True if all of them are mapped, and pinned where that is needed.</returns>
    public bool MayWrite(WriterId writer, IovaRange range)
    {
        if (!IsAttached(writer) || !Mapped.Contains(range)) return false;
        return !IsNarrowed(writer)
            || Pins.Exists(pin => pin.Writer == writer && pin.Range.Contains(range));
    }

    /// <summary>The mapping that begins at an address.</summary>
    /// <param name="at">The address.</param>
    /// <returns>The mapping, or null.</returns>
    public TrackedMapping? Mapping(Iova at)
    {
        foreach (var mapping in Mappings)
        {
            if (mapping.Range.First == at) return mapping;
        }

        return null;
    }

    /// <summary>Maps.</summary>
    /// <param name="mapping">The mapping, which overlaps no other.</param>
    public void Map(TrackedMapping mapping)
    {
        Mappings.Add(mapping);
        Mappings.Sort(static (a, b) => a.Range.First.CompareTo(b.Range.First));
        Mapped.Add(mapping.Range);
    }

    /// <summary>Removes a mapping and the pins in it.</summary>
    /// <param name="range">What it mapped.</param>
    public void Unmap(IovaRange range)
    {
        Mappings.RemoveAll(mapping => mapping.Range == range);
        Mapped.Remove(range);
        Pins.RemoveAll(pin => pin.Range.Overlaps(range));
    }

    /// <summary>Pins.</summary>
    /// <param name="pin">What is pinned.</param>
    public void Pin(PinnedPages pin)
    {
        Pins.Add(pin);
        _hasPinned[pin.Writer.Value] = true;
    }

    /// <summary>A writer comes.</summary>
    /// <param name="writer">The writer.</param>
    public void Attach(WriterId writer) => (_isAttached[writer.Value], _hasPinned[writer.Value]) = (true, false);

    /// <summary>A writer leaves, and with it what it has pinned.</summary>
    /// <param name="writer">The writer.</param>
    public void Detach(WriterId writer)
    {
        _isAttached[writer.Value] = false;
        Pins.RemoveAll(pin => pin.Writer == writer);
    }
}
