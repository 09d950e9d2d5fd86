namespace IoSpec.Reference.Walk;

/// <summary>How many possibilities are followed; beyond, an access is ambiguous and not judged.</summary>
public static class WalkBounds
{
    /// <summary>The versions of one entry among which a walk may choose.</summary>
    public const int VersionsOfEntry = 4;

    /// <summary>The combinations of versions that are walked.</summary>
    public const int Combinations = 256;

    /// <summary>The entries that one walk can read.</summary>
    public const int Depth = 64;

    /// <summary>The results that are told apart.</summary>
    public const int Results = 16;
}
