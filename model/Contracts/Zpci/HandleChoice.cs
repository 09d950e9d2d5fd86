namespace IoSpec.Contracts.Zpci;

/// <summary>Which handle of the function a guest uses.</summary>
public enum HandleChoice
{
    /// <summary>The one that it was given last.</summary>
    Current,

    /// <summary>The one before it.</summary>
    Former,
}
