namespace IoSpec.Contracts.Pasids;

/// <summary>The answer to a group of page requests.</summary>
public enum PageResponseCode
{
    /// <summary>The pages are there, or it is worth another try.</summary>
    Success,

    /// <summary>A page will not be there.</summary>
    Invalid,

    /// <summary>No more page requests are answered.</summary>
    Failure,
}
