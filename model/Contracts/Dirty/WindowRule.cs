namespace IoSpec.Contracts.Dirty;

/// <summary>Of which windows a tracker has to give a report; of others it may.</summary>
public enum WindowRule
{
    /// <summary>Of any window of whole pages.</summary>
    Any,

    /// <summary>Of windows that are mapped throughout.</summary>
    Mapped,

    /// <summary>Of windows that hold each mapping as a whole or not at all.</summary>
    WholeMappings,

    /// <summary>Of windows that are one mapping.</summary>
    OneMapping,
}
