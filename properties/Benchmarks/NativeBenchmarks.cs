using BenchmarkDotNet.Attributes;
using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Engine;
using IoSpec.Native.Iommu;

namespace IoSpec.Benchmarks;

/// <summary>A call of a shared library that the suite has given nothing to do: what the border costs.</summary>
/// <remarks>IOSPEC_NATIVE names the library; fixtures/harnesses/c/build makes one.</remarks>
[MemoryDiagnoser]
public class NativeBenchmarks
{
    private readonly IommuOperation _read = new IommuOperation.ReadFaults();
    private NativeIommu? _library;

    /// <summary>Loads the library and starts a case.</summary>
    [GlobalSetup]
    public void Load()
    {
        _library = new NativeIommu(Environment.GetEnvironmentVariable("IOSPEC_NATIVE")
            ?? throw new InvalidOperationException("IOSPEC_NATIVE names no library"));
        var sample = SampleCase.Of(AreaCatalogue.Find("iommu")!, _library.Capabilities, seed: 1, index: 0);
        _library.Reset((IommuConfiguration)sample.Configuration);
    }

    /// <summary>Closes the library.</summary>
    [GlobalCleanup]
    public void Close() => _library?.Dispose();

    /// <summary>One call.</summary>
    /// <returns>What it answered.</returns>
    [Benchmark]
    public Observation Call() => _library!.Apply(_read);
}
