namespace IoSpec.Contracts;

/// <summary>How a target is lost.</summary>
public enum Loss
{
    /// <summary>It threw an exception.</summary>
    Threw,

    /// <summary>It did not answer in time.</summary>
    Hung,

    /// <summary>Its process ended.</summary>
    Crashed,

    /// <summary>It answered what is no answer to the operation.</summary>
    Garbage,
}
