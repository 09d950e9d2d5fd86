namespace IoSpec.Engine;

/// <summary>What judging one case has put to the test.</summary>
internal sealed class CaseEvidence
{
    private uint[] _hits = [];
    private uint[] _covered = [];

    /// <summary>How often each requirement was put to the test.</summary>
    public ReadOnlySpan<uint> Hits => _hits;

    /// <summary>How often each coverpoint occurred.</summary>
    public ReadOnlySpan<uint> Covered => _covered;

    /// <summary>The accesses that were not judged.</summary>
    public uint Ambiguous { get; private set; }

    /// <summary>Becomes equal to what a referee has found.</summary>
    /// <param name="referee">The referee, at the end of a case.</param>
    public void TakeFrom(Referee referee)
    {
        if (_hits.Length != referee.Hits.Length) _hits = new uint[referee.Hits.Length];
        if (_covered.Length != referee.Covered.Length) _covered = new uint[referee.Covered.Length];
        referee.Hits.CopyTo(_hits);
        referee.Covered.CopyTo(_covered);
        Ambiguous = referee.Ambiguous;
    }
}
