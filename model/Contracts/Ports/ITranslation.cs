namespace IoSpec.Contracts;

/// <summary>What stands between a device and memory, for an area that does not translate itself.</summary>
/// <remarks>Alone, an area gets a configured one; in a host, the judge of another area plays it.</remarks>
public interface ITranslation
{
    /// <summary>All that may become of a request now; asking changes nothing.</summary>
    /// <param name="request">The request; it does not cross a smallest page.</param>
    /// <returns>The allowed outcomes, at least one.</returns>
    AllowedTranslations Allowed(TranslationRequest request);
}
