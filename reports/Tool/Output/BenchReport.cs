using System.Globalization;
using System.Text.Json;
using IoSpec.Peers.Contests;

namespace IoSpec.Tool.Output;

/// <summary>What benchmarks have measured.</summary>
/// <param name="machine">On what.</param>
internal sealed class BenchReport(Machine machine)
{
    private const string Schema = "iospec/benchmarks/1";
    private const string Remark =
        "best of the runs, in ns an operation; x: how many times as long the other takes. The peers are our own C: the "
        + "same algorithm, and the data structures of today's emulators, not their whole paths.";

    private readonly List<Measured> _measured = [];

    public void Add(Measured measured) => _measured.Add(measured);

    public void Begin(TextWriter output)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{machine.Processor}, {machine.Processors} processors, {machine.Caches}, vectors of {machine.VectorBits} "
            + $"bits, load {machine.Load}"));
        output.WriteLine($"{machine.Runtime}; {machine.Compiler ?? "no C compiler"}");
        output.WriteLine(
            $"{"BENCHMARK",-28}{"CORE",12}{"SAME IN C",24}{"HASH IN C",20}{"MEMCPY, NO-OP",26}{"BYTES",7}");
    }

    public static void Line(TextWriter output, Measured measured)
    {
        var (own, others) = (measured.Nanoseconds, measured.Memcpy ?? measured.Nothing);
        output.WriteLine(
            $"{measured.Name,-28}{Time(own),12}{Beside(own, measured.SameInC),24}{Beside(own, measured.HashInC),20}"
            + $"{Beside(own, others),26}{Time(measured.BytesPerOp),7}");
    }

    public void End(TextWriter output)
    {
        output.WriteLine(Remark);
        foreach (var reason in Reasons()) output.WriteLine($"not measured: {reason}");
    }

    public string Text()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        Begin(text);
        foreach (var measured in _measured) Line(text, measured);
        End(text);
        return text.ToString();
    }

    public string Json() => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("schema", Schema);
        writer.WriteString("remark", Remark);
        writer.Object("machine", () =>
        {
            writer.WriteString("processor", machine.Processor);
            writer.WriteNumber("processors", machine.Processors);
            writer.WriteString("caches", machine.Caches);
            writer.WriteNumber("vectorBits", machine.VectorBits);
            writer.WriteString("load", machine.Load);
            writer.WriteString("runtime", machine.Runtime);
            writer.WriteString("compiler", machine.Compiler);
        });
        writer.Objects("benchmarks", _measured, measured => Write(writer, measured));
        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, Measured measured)
    {
        writer.WriteString("name", measured.Name);
        writer.WriteNumber("nanoseconds", Round(measured.Nanoseconds));
        Number(writer, "sameInC", measured.SameInC);
        Number(writer, "hashInC", measured.HashInC);
        writer.WriteNumber("bytesPerOp", Round(measured.BytesPerOp));
        if (measured.Memcpy is not null) Number(writer, "memcpy", measured.Memcpy);
        if (measured.Nothing is not null)
        {
            writer.WriteNumber("threads", measured.Threads);
            Number(writer, "noop", measured.Nothing);
        }

        if (ReasonOf(measured) is { } reason) writer.WriteString("reason", reason);
    }

    private static void Number(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number) writer.WriteNumber(name, Round(number));
        else writer.WriteNull(name);
    }

    private IEnumerable<string> Reasons() =>
        _measured.Select(ReasonOf).OfType<string>().Distinct(StringComparer.Ordinal);

    private static string? ReasonOf(Measured measured) =>
        measured.SameInC is null || measured.HashInC is null ? measured.Reason : null;

    private static double Round(double value) => Math.Round(value, 3);

    private static string Time(double value) =>
        value.ToString(value < 1000 ? "0.00" : "#,0", CultureInfo.InvariantCulture);

    private static string Beside(double own, double? other) => other is { } time
        ? $"{Time(time)} ({(time / Math.Max(own, 0.001)).ToString("0.00", CultureInfo.InvariantCulture)}x)"
        : "-";
}
