using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Iommu;

/// <summary>The judge's state as the port through which another area translates.</summary>
/// <param name="state">The state; it is only read.</param>
public sealed class IommuTranslation(IommuState state) : ITranslation
{
    /// <inheritdoc/>
    public AllowedTranslations Allowed(TranslationRequest request)
    {
        var dma = new IommuOperation.Dma(
            request.Requester, request.Pasid, AddressType.Untranslated, KindOf(request.Wanted), request.Privileged,
            request.At, new ByteCount(1));
        IommuWalk.Allowed(state, IommuRules.Standard, dma, request.At, out var results);
        var outcomes = new Translation[results.Count + (results.MayFault ? 1 : 0)];
        for (var i = 0; i < results.Count; i++) outcomes[i] = new Translation.To(results[i], request.Wanted, null);
        if (results.MayFault) outcomes[^1] = Translation.Blocked.Instance;
        return new AllowedTranslations(ValueList.Create<Translation>(outcomes), results.IsAmbiguous);
    }

    private static DmaKind KindOf(Access wanted)
    {
        if ((wanted & Access.Execute) != 0) return DmaKind.Execute;
        if ((wanted & Access.ReadWrite) == Access.ReadWrite) return DmaKind.Atomic;
        return (wanted & Access.Write) != 0 ? DmaKind.Write : DmaKind.Read;
    }
}
