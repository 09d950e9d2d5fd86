using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Tests.Qemu.Machine;

/// <summary>A target to whose process something is done right before some operations.</summary>
/// <param name="inner">The target.</param>
/// <param name="reset">Called before every reset.</param>
/// <param name="before">Called before every operation.</param>
internal sealed class Interrupted(
    ITarget<IommuConfiguration, IommuOperation> inner, Action reset, Action<IommuOperation> before)
    : ITarget<IommuConfiguration, IommuOperation>, IDisposable
{
    public TargetIdentity Identity => inner.Identity;

    public Capabilities? Capabilities => inner.Capabilities;

    public void Reset(IommuConfiguration configuration)
    {
        reset();
        inner.Reset(configuration);
    }

    public Observation Apply(IommuOperation operation)
    {
        before(operation);
        return inner.Apply(operation);
    }

    public void Dispose() => (inner as IDisposable)?.Dispose();
}
