using IoSpec.Contracts.Iommu;
using IoSpec.Reference.Iommu;

namespace IoSpec.Tests.Iommu;

/// <summary>The state after operations that were done, and what it allows.</summary>
internal static class Belief
{
    public static IommuState After(params IommuOperation[] operations) => After(Steps.Traits, operations);

    public static IommuState After(IommuTraits traits, params IommuOperation[] operations)
    {
        var state = new IommuState(Steps.Machine(traits));
        foreach (var operation in operations) IommuSteps.Do(state, IommuRules.Standard, operation);
        return state;
    }

    /// <summary>The addresses that an access may reach, sorted; <c>null</c> last stands for a fault.</summary>
    public static IEnumerable<ulong?> Allows(this IommuState state, IommuOperation.Dma dma)
    {
        IommuWalk.Allowed(state, IommuRules.Standard, dma, dma.At, out var results);
        if (results.IsAmbiguous) throw new InvalidOperationException("ambiguous");
        var outputs = Enumerable.Range(0, results.Count).Select(i => results[i].Value).Order().ToList();
        foreach (var output in outputs) yield return output;
        if (results.MayFault) yield return null;
    }

    public static bool IsAmbiguous(this IommuState state, IommuOperation.Dma dma)
    {
        IommuWalk.Allowed(state, IommuRules.Standard, dma, dma.At, out var results);
        return results.IsAmbiguous;
    }
}
