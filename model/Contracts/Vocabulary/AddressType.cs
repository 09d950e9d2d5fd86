namespace IoSpec.Contracts;

/// <summary>The address type of a request (PCI Express Base, AT field).</summary>
public enum AddressType
{
    /// <summary>The IOMMU is to translate it.</summary>
    Untranslated,

    /// <summary>The device asks for the translation only.</summary>
    TranslationRequest,

    /// <summary>The device has translated it already.</summary>
    Translated,
}
