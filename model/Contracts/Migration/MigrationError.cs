namespace IoSpec.Contracts.Migration;

/// <summary>Why a device failed an operation, as far as the suite tells errors apart.</summary>
public enum MigrationError
{
    /// <summary>What was asked for is not possible: EINVAL.</summary>
    Invalid,

    /// <summary>The session or the device is gone: ENODEV.</summary>
    Gone,

    /// <summary>Any other error.</summary>
    Other,
}
