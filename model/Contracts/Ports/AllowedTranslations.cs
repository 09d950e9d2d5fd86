namespace IoSpec.Contracts;

/// <summary>The outcomes of which a translation may choose any, each time anew.</summary>
/// <param name="Outcomes">The outcomes, none twice, in the order in which they arose.</param>
/// <param name="Ambiguous">Whether there are more than could be listed: then nothing is judged by them.</param>
public readonly record struct AllowedTranslations(ValueList<Translation> Outcomes, bool Ambiguous)
{
    /// <summary>The one allowed outcome; null if there are several.</summary>
    public Translation? Only => !Ambiguous && Outcomes.Count == 1 ? Outcomes[0] : null;

    /// <summary>Whether an outcome is allowed.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <returns>True if it is, or if nobody can say.</returns>
    public bool Permits(Translation outcome) => Ambiguous || Outcomes.AsSpan().Contains(outcome);
}
