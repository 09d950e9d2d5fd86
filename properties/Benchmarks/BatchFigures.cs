using System.Diagnostics;
using System.Globalization;
using IoSpec.Qemu.Boards;
using IoSpec.Qemu.S390;
using IoSpec.Qemu.Zpci;

namespace IoSpec.Benchmarks;

/// <summary>
/// How many instructions on a PCI function of s390x are executed in a second, by how many there are in a batch.
/// </summary>
internal static class BatchFigures
{
    private const int Instructions = 1 << 16;

    /// <summary>Prints a line for each instruction and size of batch.</summary>
    public static void Print()
    {
        using var function = ZpciFunction.Start(MachineOptions.Of(BoardCatalogue.S390));
        function.Reset();
        var handle = function.Requests.Set(function.Handle, enables: true, spaces: 1).Handle;
        (string Name, Instruction Code)[] kinds =
        [
            ("PCILG", FunctionCode.Load(handle, space: 15, at: 0, length: 4)),
            ("RPCIT", FunctionCode.Refresh(handle, new(0), length: 4096)),
        ];
        Console.WriteLine("instruction  condition  in a batch  instructions/s");
        foreach (var (name, code) in kinds)
        {
            foreach (var size in (int[])[1, 16, 128, Mailbox.MostInBatch])
            {
                var (condition, speed) = Measure(function, code, size);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{name,-11}  {condition,9}  {size,10}  {speed,14:n0}"));
            }
        }
    }

    private static (int Condition, double PerSecond) Measure(ZpciFunction function, Instruction code, int size)
    {
        var batch = Enumerable.Repeat(code, size).ToArray();
        var endings = new Ending[size];
        function.RunAll(batch, endings);
        var count = size == 1 ? Instructions / 16 : Instructions;
        var clock = Stopwatch.StartNew();
        for (var done = 0; done < count; done += size) function.RunAll(batch, endings);
        return (endings[0].Condition, count / clock.Elapsed.TotalSeconds);
    }
}
