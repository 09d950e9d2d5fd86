using IoSpec.Contracts;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Contracts;

public sealed class BadMembersTests
{
    public static TheoryData<string, string, string> Spoiled { get; } = new()
    {
        { "'schema': 'iospec/scenario/1',", "", "3:3: suite: expected 'schema' as the first member" },
        { "'suite': '0.1.0',", "", "1:1: the member 'suite' is missing" },
        { "'suite': '0.1.0'", "'suite': '0.1.0', 'suite': ''", "3:21: suite: this member was there before" },
        { "'suite': '0.1.0'", "'schema': '', 'suite': ''", "3:3: schema: this member was there before" },
        { "'suite': '0.1.0'", "'sweet': ''", "3:3: sweet: this member is unknown" },
        { "'area': 'iommu',", "", "13:20: configuration: 'area' has to come before this member" },
        { "'before': 1", "'before': 4", "28:3: operations: 'before' is not from 0 to the number of operations, 3" },
        { "'sets': 1, ", "", "22:14: configuration.cache: the member 'sets' is missing" },
        { "'createDomain', 'domain': '0x1'", "'createDomain'", "25:5: operations[0]: the member 'domain' is missing" },
        {
            "'kind': 'createDomain'", "'domain': '0x2'",
            "25:6: operations[0].domain: expected 'kind' as the first member"
        },
        {
            "'kind': 'createDomain'", "'kind': 'createDomain', 'kind': 'createDomain'",
            "25:30: operations[0].kind: this member was there before"
        },
        {
            "'kind': 'ofDomain', 'domain': '0x1'", "'kind': 'ofDomain', 'at': '0x0'",
            "27:58: operations[2].scope.at: this member is unknown"
        },
        {
            "{'kind': 'done'}", "{'kind': 'done'}, {'kind': 'done'}, {'kind': 'done'}",
            "32:3: seen: more was seen than there are operations"
        },
        { "'detail': 'é'", "'détail': ''", "31:38: seen[1].détail: this member is unknown" },
        { "'allowed': ''", "'': ''", "33:3: this member is unknown" },
    };

    [Theory]
    [MemberData(nameof(Spoiled))]
    public void A_member_out_of_place_is_reported_where_it_is(string place, string spoiled, string message) =>
        Assert.Equal(BadScenario.Quoted($"{BadScenario.Name}:{message}"), BadScenario.ErrorOf(place, spoiled));

    [Fact]
    public void The_scenario_is_good_before_it_is_spoiled()
    {
        var scenario = ScenarioFormat.Read(BadScenario.Good, BadScenario.Name, IommuSamples.TypesOf);
        Assert.Equal(3, scenario.Operations.Count);
    }

    [Fact]
    public void A_member_without_a_name_is_unknown_at_every_depth()
    {
        Assert.EndsWith(
            "cache.: this member is unknown", BadScenario.ErrorOf("'sets': 1", "'': 1"), StringComparison.Ordinal);
    }
}
