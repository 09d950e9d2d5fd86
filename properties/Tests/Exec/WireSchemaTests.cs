using System.Text;
using System.Text.Json.Nodes;
using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Exec;
using IoSpec.Targets;
using IoSpec.Tests.Support;
using IoSpec.Tests.Tool;
using Xunit;

namespace IoSpec.Tests.Exec;

/// <summary>Real lines in both directions are what the printed schema says, and spoiled ones are not.</summary>
public sealed class WireSchemaTests
{
    private const int Cases = 6;

    private static readonly Lazy<SchemaOf> Schema = new(Read);

    public static TheoryData<string> Ids { get; } = [.. AreaCatalogue.All.Select(area => area.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Lines_are_what_the_schema_says(string id)
    {
        var (requests, replies) = Talk(AreaCatalogue.Find(id)!);
        Assert.Equal(requests.Count, replies.Count);
        Findings.None(requests.Concat(replies).SelectMany(
            line => Schema.Value.Problems(JsonNode.Parse(line)).Select(problem => $"{problem} in {line}")));
    }

    [Theory]
    [InlineData("""{"command":"stop","seq":"1"}""")]
    [InlineData("""{"command":"bye"}""")]
    [InlineData("""{"command":"bye","seq":1}""")]
    [InlineData("""{"command":"bye","seq":"1","more":1}""")]
    [InlineData("""{"seq":"1","seen":{"kind":"nothing"}}""")]
    [InlineData("""{"seq":"1","seen":[{"kind":"transferred","pieces":[{"offset":0}]}]}""")]
    [InlineData("""{"seq":"1","protocol":1,"name":"n","version":"1","areas":[{"area":"none"}]}""")]
    public void Lines_that_the_schema_does_not_allow_are_found(string line) =>
        Assert.NotEmpty(Schema.Value.Problems(JsonNode.Parse(line)));

    private static SchemaOf Read()
    {
        using var run = new ToolRun();
        Assert.Equal(0, run.Run("schema", "wire"));
        return new SchemaOf(JsonNode.Parse(run.Output)!);
    }

    private static (List<string> Requests, List<string> Replies) Talk(Area area)
    {
        var (wire, seq) = (WireCatalogue.Find(area.Id)!, 0);
        var requests = new List<string>();
        using var writer = new WireRequests();
        Add(writer.Hello(Next()));
        for (var index = 0; index < Cases; index++)
        {
            var sample = SampleCase.Of(area, null, 3, index);
            Add(writer.Reset(Next(), wire, sample.Configuration));
            foreach (var operation in sample.Operations.Take(8)) Add(writer.Step(Next(), wire, operation));
            Add(writer.Run<Operation>(Next(), wire, sample.Operations.Skip(8).ToArray()));
        }

        Add(writer.Bye(Next()));
        using var output = new MemoryStream();
        var plug = TargetCatalogue.Find("reference");
        using var input = new StringReader(string.Concat(requests));
        Assert.Null(new WireServer(a => a == wire ? plug.For(a.Types)!.Open() : null).Serve(input, output));
        return (requests, [.. Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n')]);

        string Next() => $"{++seq}";

        void Add(ReadOnlySpan<byte> line) => requests.Add(Encoding.UTF8.GetString(line));
    }
}
