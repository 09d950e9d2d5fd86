using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Reference.Walk;
using Xunit;

namespace IoSpec.Tests.Walk;

public sealed class VtdCachingTests
{
    private static readonly WalkUnit Unit =
        new WalkUnit.Vtd(new Word(0xd2_008c_222f_0606), new Word(0x8800_00f0_0f4a), 48);

    private static readonly EntryUse Root =
        new(EntryKind.Directory, new RequesterId(0x180), null, 0, null, 0, 0, default);

    [Theory]
    [InlineData(0x10_1001, 0, true)]
    [InlineData(0, 0x10_1001, true)]
    [InlineData(0x10_1000, 0x10_2000, false)]
    public void Either_half_of_a_root_entry_may_be_cached_if_it_is_present(ulong low, ulong high, bool isCached) =>
        Assert.Equal(isCached, WalkFormatCatalogue.Of(Unit).MayCache(Unit, Root, [new Word(low), new Word(high)]));
}
