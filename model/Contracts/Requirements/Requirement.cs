namespace IoSpec.Contracts;

/// <summary>One sentence of a specification that can be put to the test.</summary>
public sealed class Requirement
{
    /// <summary>The name, given once and never reused, such as <c>IOMMU-INV-03</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The sentence, in our own words.</summary>
    public required string Statement { get; init; }

    /// <summary>Specification and section, or kernel file and function; several separated by semicolons.</summary>
    public required string Source { get; init; }

    /// <summary>What the requirement rests on.</summary>
    public required Basis Basis { get; init; }

    /// <summary>How binding it is.</summary>
    public Level Level { get; init; } = Level.Must;

    /// <summary>What goes wrong when it is broken.</summary>
    public required Axis Axis { get; init; }

    /// <summary>How bad that is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The revision of the source in which it appeared; empty if it was always there.</summary>
    public string Since { get; init; } = "";

    /// <summary>The revision of the source in which it ended; empty if it still holds.</summary>
    public string Until { get; init; } = "";

    /// <summary>
    /// The requirement without which nothing can be said of this one: what never writes a record has no record that
    /// could be wrong. Null if there is none.
    /// </summary>
    public Requirement? Presumes { get; init; }

    /// <summary>The area whose table it is in.</summary>
    public string Area { get; private set; } = "";

    /// <summary>The place in that table, from 0.</summary>
    public int Index { get; private set; } = -1;

    /// <summary>Whether breaking it fails an implementation; otherwise it warns.</summary>
    public bool Fails => Level == Level.Must && Axis != Axis.Precision && Basis != Basis.Memory;

    internal void Enter(string area, int index)
    {
        if (Index >= 0) throw new InvalidOperationException($"{Id} is in two tables.");
        Area = area;
        Index = index;
    }
}
