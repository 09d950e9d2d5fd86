using System.Text.RegularExpressions;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Architecture;

public sealed class PortTests
{
    private static readonly Regex Interface = Pattern.Of(@"\binterface\s+(?<found>\w+)");
    private static readonly Regex LikeAPort = Pattern.Of("Translat|Memory|Clock");

    [Theory]
    [InlineData("ITranslation")]
    [InlineData("IMemory")]
    [InlineData("IClock")]
    public void A_port_is_defined_once_among_the_contracts(string port)
    {
        var places = Repository.Sources
            .Where(path => Interfaces(path).Contains(port, StringComparer.Ordinal));
        Assert.Equal($"model/Contracts/Ports/{port}.cs", Assert.Single(places));
    }

    [Fact]
    public void No_other_interface_translates_stores_or_tells_the_time()
    {
        var places = Repository.Sources
            .Where(path => !path.StartsWith("model/Contracts/Ports/", StringComparison.Ordinal))
            .SelectMany(path => Interfaces(path).Where(name => LikeAPort.IsMatch(name))
                .Select(name => $"{path}: {name}"));
        Findings.None(places);
    }

    private static IEnumerable<string> Interfaces(string path) =>
        Interface.All(Repository.Text(path));
}
