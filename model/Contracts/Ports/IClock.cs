namespace IoSpec.Contracts;

/// <summary>The time of a case; only operations make it pass.</summary>
public interface IClock
{
    /// <summary>The present moment.</summary>
    Instant Now { get; }
}
