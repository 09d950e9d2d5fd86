using FsCheck;
using FsCheck.Fluent;

namespace IoSpec.Engine;

/// <summary>Single values out of FsCheck generators.</summary>
internal static class Sampling
{
    /// <summary>The value of a generator for a seed.</summary>
    public static T SampleOne<T>(this Gen<T> generator, Rnd seed, int size) =>
        generator.Sample(1, seed, size).First();
}
