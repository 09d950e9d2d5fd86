using System.Text;
using System.Text.Json;
using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Tests.Support;
using VerifyXunit;
using Xunit;

namespace IoSpec.Tests.Contracts;

public sealed class ScenarioFormatTests
{
    private static string Sample => ScenarioFormat.Write(IommuSamples.Scenario, IommuSamples.Types);

    [Fact]
    public Task A_scenario_is_written_like_this() => Verifier.Verify(Sample);

    [Fact]
    public void The_sample_holds_every_operation_and_every_observation()
    {
        var operations = IommuSamples.Operations.Select(operation => operation.GetType()).Distinct();
        Assert.Equal(Unions.CasesOf(typeof(IommuOperation)), operations.OrderBy(Name, StringComparer.Ordinal));
        var seen = IommuSamples.Observations.Select(observation => observation.GetType()).Distinct();
        Assert.Equal(Unions.CasesOf(typeof(IommuObservation)), seen.OrderBy(Name, StringComparer.Ordinal));

        static string Name(Type type) => type.FullName!;
    }

    [Fact]
    public void A_scenario_is_read_back_as_it_was_written() =>
        Assert.Equal(IommuSamples.Scenario, Read(Sample));

    [Fact]
    public void What_was_read_is_written_with_the_same_bytes() =>
        Assert.Equal(Sample, ScenarioFormat.Write(Read(Sample), IommuSamples.Types));

    [Fact]
    public void Text_and_bytes_are_read_alike() => Assert.Equal(
        Read(Sample), ScenarioFormat.Read(Encoding.UTF8.GetBytes(Sample), "sample", IommuSamples.TypesOf));

    [Fact]
    public void The_text_is_plain_JSON_with_an_operation_to_a_line()
    {
        using var json = JsonDocument.Parse(Sample);
        Assert.Equal(Scenario.Schema, json.RootElement.GetProperty("schema").GetString());
        Assert.DoesNotContain('\r', Sample);
        Assert.EndsWith("}\n", Sample, StringComparison.Ordinal);
        var lines = Sample.Split('\n').Count(line => line.StartsWith("    {\"kind\":\"", StringComparison.Ordinal));
        Assert.Equal(IommuSamples.Operations.Count + IommuSamples.Observations.Count, lines);
    }

    [Fact]
    public void A_scenario_without_operations_is_one_too()
    {
        var empty = IommuSamples.Scenario with { Operations = [], Seen = [], Before = 0, Case = 0 };
        Assert.Equal(empty, Read(ScenarioFormat.Write(empty, IommuSamples.Types)));
    }

    [Fact]
    public void Numbers_at_their_limits_are_kept()
    {
        var most = IommuSamples.Scenario with
        {
            Seed = ulong.MaxValue,
            Case = long.MaxValue,
            Before = IommuSamples.Operations.Count,
        };
        Assert.Equal(most, Read(ScenarioFormat.Write(most, IommuSamples.Types)));
    }

    [Fact]
    public void Any_configuration_with_boundary_values_is_read_back()
    {
        foreach (var value in ShapeSamples.Of(Shape.Of(typeof(IommuConfiguration))))
        {
            var scenario = IommuSamples.Scenario with { Configuration = (IommuConfiguration)value! };
            var text = ScenarioFormat.Write(scenario, IommuSamples.Types);
            Assert.Equal(scenario, Read(text));
            Assert.Equal(text, ScenarioFormat.Write(Read(text), IommuSamples.Types));
        }
    }

    [Fact]
    public void A_configuration_of_several_kinds_names_its_kind()
    {
        var types = IommuSamples.Types with { Configuration = typeof(Either) };
        var scenario = IommuSamples.Scenario with { Configuration = new Either.Large(3, [new Gpa(1)]) };
        var text = ScenarioFormat.Write(scenario, types);
        Assert.Contains("{\n    \"kind\": \"large\",\n    \"count\": 3,\n", text, StringComparison.Ordinal);
        Assert.Equal(scenario, ScenarioFormat.Read(text, "sample", _ => types));
    }

    private static Scenario Read(string text) => ScenarioFormat.Read(text, "sample", IommuSamples.TypesOf);

    private abstract record Either : Configuration
    {
        public sealed record Small : Either;

        public sealed record Large(int Count, ValueList<Gpa> Frames) : Either;
    }
}
