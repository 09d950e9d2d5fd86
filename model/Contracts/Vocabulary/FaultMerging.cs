namespace IoSpec.Contracts;

/// <summary>Which later faults a kept record may stand for.</summary>
public enum FaultMerging
{
    /// <summary>Faults that are alike in every field.</summary>
    Alike,

    /// <summary>All faults of the same requester.</summary>
    SameRequester,
}
