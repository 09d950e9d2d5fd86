namespace IoSpec.Reference.Migration;

/// <summary>What has to become of received data when a change leaves RESUMING.</summary>
public enum Loading
{
    /// <summary>The change does not leave RESUMING.</summary>
    None,

    /// <summary>The data has to be loaded.</summary>
    Must,

    /// <summary>The data may be loaded, or the change fails.</summary>
    May,

    /// <summary>The change has to fail.</summary>
    MustNot,
}
