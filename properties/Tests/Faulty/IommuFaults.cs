using System.Diagnostics;
using System.Runtime.CompilerServices;
using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Core.Iommu;

namespace IoSpec.Tests.Faulty;

/// <summary>The optimized core, but for one operation that it cannot bear.</summary>
public abstract class BadIommu : ITarget<IommuConfiguration, IommuOperation>
{
    private readonly OptimizedIommu _inner = new();

    /// <summary>How many maps there were since the reset.</summary>
    protected int Maps { get; private set; }

    public TargetIdentity Identity => new(GetType().Name, "1");

    public void Reset(IommuConfiguration configuration)
    {
        Maps = 0;
        _inner.Reset(configuration);
    }

    public Observation Apply(IommuOperation operation)
    {
        if (operation is IommuOperation.Map) Maps++;
        return IsBad(operation) ? Misbehave() : _inner.Apply(operation);
    }

    protected abstract bool IsBad(IommuOperation operation);

    protected abstract Observation Misbehave();
}

public sealed class ThrowsOnUnmap : BadIommu
{
    protected override bool IsBad(IommuOperation operation) => operation is IommuOperation.Unmap;

    protected override Observation Misbehave() => throw new InvalidOperationException("cannot unmap");
}

public sealed class SpinsOnThirdMap : BadIommu
{
    protected override bool IsBad(IommuOperation operation) => operation is IommuOperation.Map && Maps == 3;

    protected override Observation Misbehave()
    {
        while (true) Thread.SpinWait(1000);
    }
}

public sealed class OverflowsStackOnProtect : BadIommu
{
    protected override bool IsBad(IommuOperation operation) => operation is IommuOperation.Protect;

    protected override Observation Misbehave() => new Unsupported($"{Deeper(0)}");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong Deeper(ulong depth) => Deeper(depth + 1) + Deeper(depth);
}

public sealed class ReturnsNullOnDetach : BadIommu
{
    protected override bool IsBad(IommuOperation operation) => operation is IommuOperation.Detach;

    protected override Observation Misbehave() => null!;
}

/// <summary>An observation of the area that holds nothing where something has to be.</summary>
public sealed class ReturnsNullInside : BadIommu
{
    protected override bool IsBad(IommuOperation operation) => operation is IommuOperation.ReadFaults;

    protected override Observation Misbehave() => new IommuObservation.Faults([null!], Overflow: false);
}

public sealed class EndsProcessOnReset : BadIommu
{
    protected override bool IsBad(IommuOperation operation) => operation is IommuOperation.Reset;

    protected override Observation Misbehave()
    {
        // At once: an orderly end takes its time on a busy machine, and would be a hang there.
        using var own = Process.GetCurrentProcess();
        own.Kill();
        return null!;
    }
}

public sealed class AllocatesWithoutEndOnClear : BadIommu
{
    private readonly List<byte[]> _kept = [];

    protected override bool IsBad(IommuOperation operation) => operation is IommuOperation.ClearFaults;

    protected override Observation Misbehave()
    {
        while (true) _kept.Add(new byte[1 << 24]);
    }
}
