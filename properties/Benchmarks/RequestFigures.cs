using System.Diagnostics;
using System.Globalization;
using IoSpec.Areas.Virtio;
using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using IoSpec.Engine;
using IoSpec.Qemu.Devices;

namespace IoSpec.Benchmarks;

/// <summary>
/// How many requests of a virtio queue are served and judged in a second, by how many the device is told of at once.
/// </summary>
internal static class RequestFigures
{
    private const int Requests = 1 << 14;
    private const int KicksOfCase = 16;

    /// <summary>Prints a line for each device and number of requests.</summary>
    public static void Print()
    {
        Console.WriteLine("device      at once  requests/s  judged");
        Print("virtio-rng", VirtioDevice.Source, QemuVirtioTarget.Rng);
        Print("virtio-blk", VirtioDevice.Disk, QemuVirtioTarget.Blk);
    }

    private static void Print(
        string name, VirtioDevice device, Func<VirtioTargetOptions, QemuVirtioTarget> open)
    {
        var options = VirtioTargetOptions.From("qemu:" + name, [new("iommu", "none")]);
        using var target = open(options);
        var configuration = ((VirtioCapabilities)target.Capabilities).Configurations
            .OrderByDescending(c => c.Size).First(c => !c.IsLegacy() && (c.Offered & VirtioFeatures.RingPacked) == 0);
        var source = new TargetSource(name, NeedsWorker: false, () => target);
        using var player = new LocalBlockSource(new VirtioArea(), source, new Draws(1), NoHeartbeat.Instance);
        var most = device == VirtioDevice.Disk ? configuration.Size / 2 : configuration.Size;
        for (var atOnce = 1; atOnce <= most; atOnce *= 2)
        {
            var batches = Enumerable.Range(0, KicksOfCase).SelectMany(_ => Batch(device, atOnce));
            Operation[] operations = [.. Start(configuration.Offered), .. batches];
            var clock = Stopwatch.StartNew();
            var done = 0;
            for (; done < Requests && clock.Elapsed.TotalSeconds < 10; done += KicksOfCase * atOnce)
            {
                var outcome = player.Evaluate(configuration, operations);
                if (outcome.Violations is [var first, ..])
                    throw new InvalidOperationException(first.Violation.ToString());
            }

            var speed = done / clock.Elapsed.TotalSeconds;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{name,-10}  {atOnce,7}  {speed,10:n0}  {done,6}"));
        }
    }

    private static IEnumerable<Operation> Start(VirtioFeatures offered)
    {
        const VirtioStatus Found = VirtioStatus.Acknowledge | VirtioStatus.Driver;
        const VirtioStatus Settled = Found | VirtioStatus.FeaturesOk;
        return
        [
            new VirtioOperation.SetStatus(Found), new VirtioOperation.AcceptFeatures(offered),
            new VirtioOperation.SetStatus(Settled),
            new VirtioOperation.SetUpQueue(new(VirtioLayout.AddressOf(VirtioLayout.RingPage))),
            new VirtioOperation.SetStatus(Settled | VirtioStatus.DriverOk),
        ];
    }

    private static IEnumerable<Operation> Batch(VirtioDevice device, int atOnce)
    {
        for (var i = 0; i < atOnce; i++)
        {
            var at = new Iova(VirtioLayout.AddressOf(2) + ((ulong)i * 64));
            yield return device == VirtioDevice.Source
                ? new VirtioOperation.Offer(i, [new(at, new(16), DescriptorFlags.Write, 0)], [])
                : new VirtioOperation.Offer(
                    2 * i,
                    [
                        new(new(VirtioLayout.AddressOf(6)), new(16), DescriptorFlags.Next, (2 * i) + 1),
                        new(at, new(1), DescriptorFlags.Write, 0),
                    ],
                    []);
        }

        yield return new VirtioOperation.Kick(IfWanted: false);
    }
}
