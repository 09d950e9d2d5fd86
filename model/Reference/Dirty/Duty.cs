namespace IoSpec.Reference.Dirty;

/// <summary>What has to happen with an operation.</summary>
public enum Duty
{
    /// <summary>It has to be done.</summary>
    Do,

    /// <summary>It may be done or refused.</summary>
    Either,

    /// <summary>It has to be refused.</summary>
    Refuse,
}
