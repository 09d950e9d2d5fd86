using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Contracts.Dma;
using IoSpec.Contracts.Host;
using IoSpec.Contracts.Migration;
using IoSpec.Core.Iommu;
using IoSpec.Reference.Host;
using Xunit;

namespace IoSpec.Tests.Host;

/// <summary>Hosts of one guest, and what is done to them step by step.</summary>
internal static class Hosts
{
    /// <summary>The guest.</summary>
    public static GuestId Guest { get; } = new(0);

    /// <summary>The first device.</summary>
    public static DeviceId One { get; } = new(0);

    /// <summary>A guest of 32 pages.</summary>
    public static GuestShape Shape(GuestIommu iommu, bool nested = false, DmaPolicy? layer = null, int slots = 0) =>
        new(iommu, nested, new PageCount(32), DirtyDialect.Type1, 0, layer, slots);

    /// <summary>A device of the guest.</summary>
    public static DeviceShape Device(HostDeviceKind kind, QueueShape? queue = null) =>
        new(kind, Guest, MigrationFlags.None, queue);

    /// <summary>A host whose IOMMUs cache.</summary>
    public static ComposedHost Of(GuestShape guest, params DeviceShape[] devices) =>
        Of(new HostConfiguration([guest], [.. devices], new IommuCache(4, 4), null));

    /// <summary>A host whose IOMMUs cache.</summary>
    public static ComposedHost Of(HostConfiguration configuration) =>
        Of(configuration, HostParts.Reference with { Iommu = () => new OptimizedIommu() });

    /// <summary>A host of some parts.</summary>
    public static ComposedHost Of(HostConfiguration configuration, HostParts parts)
    {
        Assert.Null(configuration.Problem());
        var host = new ComposedHost(parts, HostRules.Standard);
        host.Reset(configuration);
        return host;
    }

    /// <summary>Judges an observation.</summary>
    /// <returns>The requirements that it breaks.</returns>
    public static List<string> Broken(HostState state, HostOperation operation, Observation seen)
    {
        var found = new List<Violation>();
        var verdicts = new Verdicts(found);
        HostJudge.Judge(state, operation, seen, ref verdicts);
        return found.ConvertAll(violation => violation.Requirement.Id);
    }

    /// <summary>Judges what a host that conforms answers, in which nothing is wrong.</summary>
    public static void Go(this HostState state, params HostOperation[] operations)
    {
        foreach (var operation in operations)
        {
            Assert.True(HostForm.Applies(state, operation));
            Assert.Empty(Broken(state, operation, HostAnswer.To(state, operation)));
        }
    }

    /// <summary>Does some operations.</summary>
    /// <returns>What was seen of the last one.</returns>
    public static Observation Do(this ComposedHost host, params HostOperation[] operations)
    {
        Observation seen = HostObservation.Done.Instance;
        foreach (var operation in operations) Assert.IsNotType<Unsupported>(seen = host.Apply(operation));
        return seen;
    }
}
