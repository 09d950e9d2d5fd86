namespace IoSpec.Contracts.Dirty;

/// <summary>What starting a log does that runs already.</summary>
public enum SecondStart
{
    /// <summary>It is done and changes nothing.</summary>
    Keeps,

    /// <summary>It is refused and changes nothing.</summary>
    Refuses,

    /// <summary>It is done, and the log is empty.</summary>
    Clears,
}
