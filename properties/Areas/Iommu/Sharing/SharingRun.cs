using IoSpec.Contracts.Iommu;
using IoSpec.Engine;

namespace IoSpec.Areas.Iommu.Sharing;

/// <summary>
/// Threads that translate while another one maps, unmaps and invalidates. A result is right if what it reached may have
/// been served at some time between the beginning and the end of the translation: nothing that was unmapped, and whose
/// invalidation was completed before the beginning.
/// </summary>
/// <remarks>What is drawn depends on the seed; which thread is when does not.</remarks>
/// <param name="open">Makes the implementation.</param>
public sealed class SharingRun(Func<ISharedIommu> open)
{
    private const int Size = 30;
    private const int StepsOfDraw = 4096;

    /// <summary>Lets threads translate.</summary>
    /// <param name="seed">From this all is drawn.</param>
    /// <param name="readers">How many threads translate.</param>
    /// <param name="translations">How many translations they make in all.</param>
    /// <returns>What came out.</returns>
    public SharingCount Run(ulong seed, int readers, long translations)
    {
        var (world, target) = (new SharedWorld(), open());
        target.Reset(SharedWorld.Configuration);
        var writer = new SharingWriter(target, world);
        writer.Begin();
        var pace = new Pace(readers);
        var all = Enumerable.Range(0, readers)
            .Select(i => new SharingReader(target, world, pace, i, Mix.Of(seed, "reader", i))).ToList();
        var threads = all.ConvertAll(reader => new Thread(() => reader.Run(translations / readers)));
        foreach (var thread in threads) thread.Start();
        for (var i = 0L; !pace.IsOver; i++)
        {
            var choices = new Choices(Mix.Of(seed, "writer", i), Size);
            for (var step = 0; step < StepsOfDraw && !pace.IsOver; step++)
            {
                writer.Step(ref choices);
                pace.Step();
            }
        }

        foreach (var thread in threads) thread.Join();
        var count = new SharingCount { Changes = writer.Operations };
        foreach (var reader in all) count.Add(reader.Count);
        return count;
    }
}
