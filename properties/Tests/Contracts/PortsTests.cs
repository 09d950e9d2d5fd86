using IoSpec.Contracts;
using Xunit;

namespace IoSpec.Tests.Contracts;

public sealed class PortsTests
{
    private static readonly Translation Here = new Translation.To(new Gpa(0x1000), Access.Read, PageSize.Size4K);
    private static readonly Translation There = new Translation.To(new Gpa(0x2000), Access.Read, null);

    [Fact]
    public void One_outcome_is_the_only_one_unless_there_may_be_more()
    {
        Assert.Same(Here, new AllowedTranslations([Here], Ambiguous: false).Only);
        Assert.Null(new AllowedTranslations([Here, There], Ambiguous: false).Only);
        Assert.Null(new AllowedTranslations([Here], Ambiguous: true).Only);
    }

    [Fact]
    public void What_is_not_listed_is_permitted_only_if_nobody_can_list_all()
    {
        var two = new AllowedTranslations([Here, Translation.Blocked.Instance], Ambiguous: false);
        Assert.True(two.Permits(new Translation.Blocked()));
        Assert.False(two.Permits(There));
        Assert.True((two with { Ambiguous = true }).Permits(There));
    }

    [Fact]
    public void A_write_is_a_processor_s_or_a_requester_s()
    {
        Assert.Equal("cpu", MemoryWriter.Processor.ToString());
        Assert.Equal("0x18", new MemoryWriter(new RequesterId(0x18)).ToString());
        Assert.NotEqual(MemoryWriter.Processor, new MemoryWriter(new RequesterId(0)));
    }
}
