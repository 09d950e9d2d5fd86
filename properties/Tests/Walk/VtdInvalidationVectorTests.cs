using Xunit;

namespace IoSpec.Tests.Walk;

/// <summary>
/// Vectors of VT-d 6.5, written by hand: one descriptor, and whether what was cached before has to be gone after it.
/// </summary>
/// <remarks>The tables are those of the vectors of legacy and of scalable mode: domain 1, requester 0x28.</remarks>
public sealed class VtdInvalidationVectorTests
{
    private const ulong At = 0x1234_5678;
    private const ulong Leaf = 0x10_ba28;
    private const ulong Level2 = 0x10_a488;
    private const ulong Root = 0x10_0000;
    private const ulong Context = 0x10_1280;
    private const ulong PasidEntry = 0x10_3000;
    private const ulong Of28 = 0x28_0001_0031;
    private const ulong Translations = 0x12;

    public static TheoryData<string, ulong, ulong, bool> OfLeaf { get; } = new()
    {
        { "6.5.2.3 G 1", 0x12, 0, true },
        { "6.5.2.3 G 2, its domain", 0x1_0022, 0, true },
        { "6.5.2.3 G 2, another domain", 0x2_0022, 0, false },
        { "6.5.2.3 G 3, its page", 0x1_0032, 0x1234_5000, true },
        { "6.5.2.3 G 3, its page, IH", 0x1_0032, 0x1234_5040, true },
        { "6.5.2.3 G 3, its page of another domain", 0x2_0032, 0x1234_5000, false },
        { "6.5.2.3 G 3, the page before", 0x1_0032, 0x1234_4000, false },
        { "6.5.2.3 G 3, the page behind", 0x1_0032, 0x1234_6000, false },
        { "6.5.2.3 AM 1: two pages", 0x1_0032, 0x1234_4001, true },
        { "6.5.2.3 AM 1: two pages, from the second", 0x1_0032, 0x1234_5001, true },
        { "6.5.2.3 AM 1: the two pages behind", 0x1_0032, 0x1234_6001, false },
        { "6.5.2.3 AM 9: 2 MiB", 0x1_0032, 0x1220_0009, true },
        { "6.5.2.3 AM 9: 2 MiB before", 0x1_0032, 0x1200_0009, false },
        { "6.5.2.3 AM beyond MAMV", 0x1_0032, 0x1200_000a, false },
        { "6.5.2.3 reserved bit 8", 0x112, 0, false },
        { "6.5.2.3 reserved bit 12", 0x1012, 0, false },
        { "6.5.2.3 reserved bit 15", 0x8012, 0, false },
        { "6.5.2.3 reserved bit 32", 0x1_0000_0012, 0, false },
        { "6.5.2.3 reserved bit 71", 0x12, 0x80, false },
        { "6.5.2.3 DID wider than ND", 0x101_0022, 0, false },
        { "6.5.2.3 DR and DW", 0xd2, 0, true },
        { "6.5.2.3 G 0", 0x02, 0, false },
        { "6.5.2.1 contexts", 0x11, 0, false },
        { "6.5.2.8 wait", 0x25, 0, false },
    };

    public static TheoryData<string, ulong, ulong, bool> OfContext { get; } = new()
    {
        { "6.5.2.1 G 1", 0x11, 0, true },
        { "6.5.2.1 G 2, its domain", 0x1_0021, 0, true },
        { "6.5.2.1 G 2, another domain", 0x2_0021, 0, false },
        { "6.5.2.1 G 3, itself", Of28, 0, true },
        { "6.5.2.1 G 3, another domain", 0x28_0002_0031, 0, false },
        { "6.5.2.1 G 3, another function", 0x29_0001_0031, 0, false },
        { "6.5.2.1 G 3, another bus", 0x128_0001_0031, 0, false },
        { "6.5.2.1 FM 0: function 4", 0x2c_0001_0031, 0, false },
        { "6.5.2.1 FM 1: function 4", 0x1_002c_0001_0031, 0, true },
        { "6.5.2.1 FM 1: function 2", 0x1_002a_0001_0031, 0, false },
        { "6.5.2.1 FM 2: function 6", 0x2_002e_0001_0031, 0, true },
        { "6.5.2.1 FM 2: function 1", 0x2_0029_0001_0031, 0, false },
        { "6.5.2.1 FM 3: function 7", 0x3_002f_0001_0031, 0, true },
        { "6.5.2.1 FM 3: another device", 0x3_0020_0001_0031, 0, false },
        { "6.5.2.1 reserved bit 6", 0x51, 0, false },
        { "6.5.2.1 reserved bit 8", 0x111, 0, false },
        { "6.5.2.1 reserved bit 12", 0x1011, 0, false },
        { "6.5.2.1 reserved bit 15", 0x8011, 0, false },
        { "6.5.2.1 reserved bit 50", 0x4_0000_0000_0011, 0, false },
        { "6.5.2.1 reserved high word", 0x11, 1, false },
        { "6.5.2.1 G 0", 0x01, 0, false },
        { "6.5.2.3 translations", 0x12, 0, false },
    };

    public static TheoryData<string, ulong, ulong, bool> OfPasidEntry { get; } = new()
    {
        { "6.5.2.2 G 0, its domain", 0x1_0007, 0, true },
        { "6.5.2.2 G 0, another domain", 0x2_0007, 0, false },
        { "6.5.2.2 G 1, its PASID", 0x1_0017, 0, true },
        { "6.5.2.2 G 1, another PASID", 0x1_0001_0017, 0, false },
        { "6.5.2.2 G 1, another domain", 0x2_0017, 0, false },
        { "6.5.2.2 G 3", 0x37, 0, true },
        { "6.5.2.2 G 2", 0x27, 0, false },
        { "6.5.2.2 reserved high word", 0x37, 1, false },
    };

    public static TheoryData<string, ulong, ulong, bool> OfFirstStageLeaf { get; } = new()
    {
        { "6.5.2.4 G 2, its PASID", 0x1_0026, 0, true },
        { "6.5.2.4 G 2, another domain", 0x2_0026, 0, false },
        { "6.5.2.4 G 2, another PASID", 0x1_0001_0026, 0, false },
        { "6.5.2.4 G 3, its page", 0x1_0036, 0x1234_5000, true },
        { "6.5.2.4 G 3, its page, IH", 0x1_0036, 0x1234_5040, true },
        { "6.5.2.4 G 3, its page of another PASID", 0x1_0001_0036, 0x1234_5000, false },
        { "6.5.2.4 AM 1: two pages", 0x1_0036, 0x1234_4001, true },
        { "6.5.2.4 G 3, the page behind", 0x1_0036, 0x1234_6000, false },
        { "6.5.2.4 reserved bit 71", 0x1_0036, 0x1234_5080, false },
        { "6.5.2.3 G 1", 0x12, 0, true },
        { "6.5.2.3 G 2 is about second stages", 0x1_0022, 0, false },
        { "6.5.2.3 G 3 is about second stages", 0x1_0032, 0x1234_5000, false },
    };

    [Theory]
    [MemberData(nameof(OfLeaf))]
    public void A_second_stage_leaf_ends_as_written(string source, ulong low, ulong high, bool ends)
    {
        var rig = VtdLegacyVectorTests.Sound().Store(Leaf, 0).Submit(low, high).Await();
        Assert.Equal((source, ends ? "NotPresent 0x6" : "NotPresent 0x6 | 0x5a003678"), (source, rig.Walk(At)));
    }

    [Theory]
    [InlineData(0x1234_5000, true)]
    [InlineData(0x1234_5040, false)]
    public void With_IH_only_leaves_end(ulong high, bool ends)
    {
        var rig = VtdLegacyVectorTests.Sound().Store(Level2, 0).Submit(0x1_0032, high).Await();
        Assert.Equal(ends ? "NotPresent 0x6" : "NotPresent 0x6 | 0x5a003678", rig.Walk(At));
    }

    [Theory]
    [MemberData(nameof(OfContext))]
    public void A_context_entry_ends_as_written(string source, ulong low, ulong high, bool ends)
    {
        var rig = VtdLegacyVectorTests.Sound().Store(Context, 0).Submit(low, high).Submit(Translations).Await();
        Assert.Equal((source, ends ? "NotConfigured 0x2" : "NotConfigured 0x2 | 0x5a003678"), (source, rig.Walk(At)));
    }

    // 6.2.2.1: a root entry has no domain.
    [Theory]
    [InlineData(0x11, true)]
    [InlineData(Of28, true)]
    [InlineData(0x28_0002_0031, true)]
    [InlineData(0x29_0001_0031, false)]
    [InlineData(0x1_0021, false)]
    public void A_root_entry_ends_with_all_contexts_or_that_of_the_requester(ulong low, bool ends)
    {
        var rig = VtdLegacyVectorTests.Sound().Store(Root, 0).Submit(low).Submit(Translations).Await();
        Assert.Equal(ends ? "NotConfigured 0x1" : "NotConfigured 0x1 | 0x5a003678", rig.Walk(At));
    }

    [Theory]
    [MemberData(nameof(OfPasidEntry))]
    public void A_PASID_entry_ends_as_written(string source, ulong low, ulong high, bool ends)
    {
        var rig = VtdScalableVectorTests.Sound().Store(PasidEntry, 0).Submit(low, high).Submit(Translations).Await();
        Assert.Equal(
            (source, ends ? "NotConfigured 0x59" : "NotConfigured 0x59 | 0x5a003678"), (source, rig.Walk(At)));
    }

    [Theory]
    [MemberData(nameof(OfFirstStageLeaf))]
    public void A_first_stage_leaf_ends_as_written(string source, ulong low, ulong high, bool ends)
    {
        var rig = VtdScalableVectorTests.Sound().Store(Leaf, 0).Submit(low, high).Await();
        Assert.Equal((source, ends ? "NotPresent 0x71" : "NotPresent 0x71 | 0x5a003678"), (source, rig.Walk(At)));
    }
}
