namespace IoSpec.Areas.Walk.Agreement;

/// <summary>How often a target and the reference came to the same.</summary>
public sealed class AgreementCount
{
    private const int MostTold = 5;

    private readonly List<string> _disagreements = [];

    /// <summary>Requests that were compared.</summary>
    public long Compared { get; internal set; }

    /// <summary>Of these, requests that reached memory on both sides.</summary>
    public long Reached { get; internal set; }

    /// <summary>Of these, requests whose outcome the specification leaves open.</summary>
    public long Open { get; internal set; }

    /// <summary>Requests about which nothing can be said: they came to memory that nobody knows.</summary>
    public long Unknown { get; internal set; }

    /// <summary>Requests whose outcomes contradict each other.</summary>
    public long Contradictions { get; private set; }

    /// <summary>The first of the contradictions, in words.</summary>
    public IReadOnlyList<string> Told => _disagreements;

    internal void Contradict(string line)
    {
        if (Contradictions++ < MostTold) _disagreements.Add(line);
    }
}
