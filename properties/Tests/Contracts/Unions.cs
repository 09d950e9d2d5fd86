using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Iommu;
using IoSpec.Contracts.Migration;
using IoSpec.Contracts.Pasids;
using IoSpec.Contracts.Virtio;
using Xunit;

namespace IoSpec.Tests.Contracts;

/// <summary>What the contract writes and reads, and the cases as the assembly has them: found without shapes.</summary>
internal static class Unions
{
    /// <summary>The closed unions and the products that stand alone.</summary>
    public static TheoryData<Type> All { get; } =
    [
        typeof(IommuOperation), typeof(IommuObservation), typeof(InvalidationScope), typeof(Translation),
        typeof(IommuConfiguration), typeof(IommuCapabilities), typeof(Unsupported), typeof(Lost),
        typeof(MigrationOperation), typeof(MigrationObservation), typeof(MigrationConfiguration),
        typeof(MigrationCapabilities), typeof(DirtyOperation), typeof(DirtyObservation), typeof(DirtyConfiguration),
        typeof(DirtyCapabilities), typeof(DmaOperation), typeof(DmaObservation), typeof(DmaConfiguration),
        typeof(DmaCapabilities), typeof(DmaAct), typeof(PasidOperation), typeof(PasidObservation),
        typeof(PasidConfiguration), typeof(PasidCapabilities), typeof(VirtioOperation),
        typeof(VirtioObservation), typeof(VirtioConfiguration), typeof(HostOperation), typeof(HostObservation),
        typeof(HostConfiguration),
    ];

    /// <summary>The sealed types that are of a type, in the order of their names.</summary>
    /// <param name="type">A type of the contract.</param>
    /// <returns>The cases; of an area's observations also the two of every area.</returns>
    public static IReadOnlyList<Type> CasesOf(Type type)
    {
        var cases = type.Assembly.GetTypes().Where(t => t.IsSealed && t.IsAssignableTo(type));
        if (type.IsAbstract && type.IsSubclassOf(typeof(Observation)))
            cases = cases.Concat([typeof(Unsupported), typeof(Lost)]);
        return [.. cases.OrderBy(t => t.FullName, StringComparer.Ordinal)];
    }
}
