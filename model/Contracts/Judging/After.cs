namespace IoSpec.Contracts;

/// <summary>How judging goes on after a step.</summary>
public enum After
{
    /// <summary>What was seen fits the state: go on.</summary>
    Consistent,

    /// <summary>It did not fit; the state has adopted what was seen: go on.</summary>
    Resynchronised,

    /// <summary>Nothing is known any more: the case ends.</summary>
    Lost,
}
