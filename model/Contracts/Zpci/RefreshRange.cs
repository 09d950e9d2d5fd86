namespace IoSpec.Contracts.Zpci;

/// <summary>Which addresses RPCIT is about.</summary>
public enum RefreshRange
{
    /// <summary>Some of those that tables are registered for.</summary>
    Inside,

    /// <summary>Some before them.</summary>
    Below,

    /// <summary>Some after them.</summary>
    Beyond,
}
