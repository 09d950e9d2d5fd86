namespace IoSpec.Reference.Walk.Smmuv3;

/// <summary>What was being read or accessed when a request failed: the field CLASS of an event.</summary>
/// <remarks>Source: SMMUv3 7.3.</remarks>
internal static class SmmuClass
{
    /// <summary>A context descriptor.</summary>
    public const int Context = 0;

    /// <summary>A stage 1 table.</summary>
    public const int Table = 1;

    /// <summary>The address of the request itself.</summary>
    public const int Input = 2;
}
