namespace IoSpec.Contracts;

/// <summary>In what way something seen differs from everything allowed.</summary>
public enum Deviation
{
    /// <summary>It was true once and no longer is.</summary>
    Stale,

    /// <summary>It belongs to somebody else.</summary>
    Foreign,

    /// <summary>It had to be there and is not.</summary>
    Missing,

    /// <summary>It is there with another value.</summary>
    WrongValue,

    /// <summary>It must not be there.</summary>
    Extra,
}
