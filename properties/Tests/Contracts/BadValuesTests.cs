using Xunit;

namespace IoSpec.Tests.Contracts;

public sealed class BadValuesTests
{
    public static TheoryData<string, string, string> Spoiled { get; } = new()
    {
        { "'iospec/scenario/1'", "'iospec/scenario/2'", "2:13: schema: expected 'iospec/scenario/1'" },
        { "'suite': '0.1.0'", "'suite': 1", "3:12: suite: expected text" },
        { "'suite': '0.1.0'", "'suite': null", "3:12: suite: expected text" },
        { "'area': 'iommu'", "'area': 'iommu\\u001b'", "4:11: area: there is no area 'iommu\\u{1b}'" },
        { "'minimal': false", "'minimal': 'no'", "9:14: minimal: expected true or false" },
        { "'seed': '0x2a'", "'seed': 42", "10:11: seed: expected a number such as '0x1000'" },
        { "'seed': '0x2a'", "'seed': '42'", "10:11: seed: expected a number such as '0x1000'" },
        { "'seed': '0x2a'", "'seed': '0x12345678901234567'", "10:11: seed: expected a number such as '0x1000'" },
        { "'case': 0", "'case': -100001", "11:11: case: expected a number from -100000" },
        {
            "'case': 0", "'case': 0.5",
            "11:11: case: expected a whole number from -9223372036854775808 to 9223372036854775807"
        },
        {
            "'case': 0", "'case': 9223372036854775808",
            "11:11: case: expected a whole number from -9223372036854775808 to 9223372036854775807"
        },
        {
            "'addressWidth': 48", "'addressWidth': 4294967296",
            "14:32: configuration.traits.addressWidth: expected a whole number from -2147483648 to 2147483647"
        },
        {
            "['size4K', 'size2M']", "['size4K', 'size4K']",
            "14:57: configuration.traits.leaves[1]: this name was there before"
        },
        { "['size4K', 'size2M']", "'size4K'", "14:46: configuration.traits.leaves: expected a list" },
        { "['size4K', 'size2M']", "['size4K', null]", "14:57: configuration.traits.leaves[1]: expected text" },
        {
            "'mapSync': 'none'", "'mapSync': 'None'",
            "14:79: configuration.traits.mapSync: expected one of none, required, fallible"
        },
        { "'faults': {", "'faults': [{", "17:17: configuration.traits.faults: expected an object" },
        { "['0x1', '0x2']", "['0x1', 2]", "20:24: configuration.domains[1]: expected a number such as '0x1000'" },
        {
            "['0x1', '0x2']", "['0x1', '0x100000000']",
            "20:24: configuration.domains[1]: expected at most '0xffffffff'"
        },
        { "['0x1', '0x2']", "['0x1', null]", "20:24: configuration.domains[1]: expected a number such as '0x1000'" },
        {
            "'kind': 'createDomain'", "'kind': 'makeDomain'",
            "25:14: operations[0].kind: expected one of createDomain, destroyDomain, attach, detach, "
            + "bypass, map, unmap, protect, restrict, invalidate, submitInvalidation, awaitInvalidations, "
            + "dma, interrupt, readFaults, clearFaults, reset"
        },
        { "'pasid': '0x5'", "'pasid': '0x100000'", "26:53: operations[1].pasid: expected at most '0xfffff'" },
        { "'pasid': '0x5'", "'pasid': ''", "26:53: operations[1].pasid: expected a number such as '0x1000'" },
        { "{'kind': 'createDomain', 'domain': '0x1'}", "null", "25:5: operations[0]: expected an object" },
        { "{'kind': 'ofDomain', 'domain': '0x1'}", "null", "27:37: operations[2].scope: expected an object" },
    };

    [Theory]
    [MemberData(nameof(Spoiled))]
    public void A_value_that_does_not_fit_is_reported_where_it_is(string place, string spoiled, string message) =>
        Assert.Equal(BadScenario.Quoted($"{BadScenario.Name}:{message}"), BadScenario.ErrorOf(place, spoiled));
}
