using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Qemu.Vtd;
using IoSpec.Tests.Qemu.Fakes;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Qemu.Vtd;

/// <summary>Whatever pages are to be invalidated: the commands are well-formed and cover them.</summary>
public sealed class PageCoverTests
{
    private const int Ranges = 5_000;
    private const int PagesOfWidth = 27;

    [Theory]
    [InlineData(FakeRegisters.Capability39, 18)]
    [InlineData(FakeRegisters.Capability39 & ~(0x3ful << 48) | (9ul << 48), 9)]
    [InlineData(FakeRegisters.Capability39 & ~(0x3ful << 48), 0)]
    public void Every_page_is_covered_by_aligned_commands(ulong capability, int mostMask)
    {
        var plan = new InvalidationPlan(new VtdCapability(new Word(capability), new Word(FakeRegisters.Extended)));
        var random = new SmallRandom(1);
        for (var i = 0; i < Ranges; i++)
        {
            var first = random.Next() >> (64 - random.Below(PagesOfWidth + 1)) & ((1ul << PagesOfWidth) - 1);
            if (random.Below(3) == 0) first &= ~((1ul << random.Below(20)) - 1);
            var pages = Math.Min(1 + ((ulong)random.Below(1 << random.Below(20))), (1ul << PagesOfWidth) - first);
            var scope = new InvalidationScope.OfPages(
                DriverRig.Blue, new Iova(first << Page.Shift), new PageCount(pages), LeafOnly: i % 2 == 0);
            Check(scope, plan.Commands(scope), mostMask);
        }
    }

    private static void Check(InvalidationScope.OfPages scope, InvalidationCommand[] commands, int mostMask)
    {
        if (commands is [InvalidationCommand.TranslationsOf all])
        {
            Assert.Equal(scope.Domain, all.Tag);
            return;
        }

        var next = scope.At.Value;
        Assert.InRange(commands.Length, 1, 16);
        foreach (var command in commands)
        {
            var pages = Assert.IsType<InvalidationCommand.Pages>(command);
            Assert.Equal((scope.Domain, scope.LeafOnly), (pages.Tag, pages.LeafOnly));
            Assert.InRange(pages.Mask, 0, mostMask);
            var size = Page.Bytes << pages.Mask;
            Assert.Equal(0ul, pages.At.Value % size);
            Assert.True(pages.At.Value <= next);
            next = Math.Max(next, pages.At.Value + size);
        }

        Assert.True(next >= scope.At.Value + (scope.Pages.Value << Page.Shift));
    }
}
