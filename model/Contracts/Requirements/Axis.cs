namespace IoSpec.Contracts;

/// <summary>What goes wrong when a requirement is broken.</summary>
public enum Axis
{
    /// <summary>Something happens that must not: stale, over-permissive, foreign, lost, leaked, out of order.</summary>
    Safety,

    /// <summary>Something does not happen that must.</summary>
    Function,

    /// <summary>More happens than was needed; it warns.</summary>
    Precision,
}
