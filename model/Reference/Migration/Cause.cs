namespace IoSpec.Reference.Migration;

/// <summary>What the state of a device was changed by last: what a wrong state is blamed on.</summary>
public enum Cause
{
    /// <summary>Nothing yet.</summary>
    Start,

    /// <summary>A change that was done.</summary>
    Moved,

    /// <summary>A change that failed.</summary>
    Failed,

    /// <summary>A change that had to be refused and was.</summary>
    Refused,

    /// <summary>A reset.</summary>
    Reset,

    /// <summary>Nothing since the state was read.</summary>
    Read,

    /// <summary>The device was touched where it must not be.</summary>
    Disturbed,
}
