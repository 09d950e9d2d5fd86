namespace IoSpec.Reference.Dma;

/// <summary>The unmaps that wait, in their order, with those who count the refreshes that they wait for.</summary>
public sealed class FlushQueue
{
    private readonly List<WaitingUnmap>[] _waiting;

    /// <summary>Empty queues.</summary>
    /// <param name="queues">How many.</param>
    public FlushQueue(int queues)
    {
        _waiting = new List<WaitingUnmap>[queues];
        for (var i = 0; i < queues; i++) _waiting[i] = [];
    }

    /// <summary>How many refreshes of everything have begun.</summary>
    public int Begun { get; set; }

    /// <summary>How many have ended.</summary>
    public int Ended { get; set; }

    /// <summary>The queues.</summary>
    public IReadOnlyList<List<WaitingUnmap>> All => _waiting;

    /// <summary>Takes over what other queues are.</summary>
    public void CopyFrom(FlushQueue other)
    {
        for (var i = 0; i < _waiting.Length; i++)
        {
            _waiting[i].Clear();
            _waiting[i].AddRange(other._waiting[i]);
        }

        (Begun, Ended) = (other.Begun, other.Ended);
    }
}
