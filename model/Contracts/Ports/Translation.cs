namespace IoSpec.Contracts;

/// <summary>What may become of a translation request.</summary>
public abstract record Translation
{
    private Translation()
    {
    }

    /// <summary>The request goes through.</summary>
    /// <param name="At">The address that it reaches.</param>
    /// <param name="Allowed">All that may be done there, what was wanted included.</param>
    /// <param name="Size">The span for which the answer holds, if the answer tells.</param>
    public sealed record To(Gpa At, Access Allowed, PageSize? Size) : Translation;

    /// <summary>The request is blocked.</summary>
    public sealed record Blocked : Translation
    {
        /// <summary>The only value that is needed.</summary>
        public static Blocked Instance { get; } = new();
    }
}
