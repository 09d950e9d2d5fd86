using IoSpec.Areas.Dma;
using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Engine;
using IoSpec.Reference.Dma;
using Xunit;
using static IoSpec.Contracts.Dma.DmaOperation;

namespace IoSpec.Tests.Dma;

/// <summary>A refresh of everything that takes long, while the timer of a flush queue goes off.</summary>
public sealed class HeldUpFlushTests
{
    private static readonly Duration Timeout = new(10);
    private static readonly Duration Half = new(5);
    private static readonly ProcessorId One = new(0);

    private static readonly DmaConfiguration Layer = new(
        new DmaPolicy.Lazy(Entries: 4, Timeout, PerProcessor: true), new HypervisorTraits(Shadows: true, Slots: null),
        new Iova(0x1_0000_0000), new PageCount(2), Devices: 1, Processors: 1);

    private static readonly Map All = Of(2);
    private static readonly Map Single = Of(1);

    [Fact]
    public void What_waits_for_a_refresh_that_is_held_up_when_the_timer_goes_off_may_wait_on() => Assert.Empty(Broken(
        [
            Single, Single, Unmap(0), new Advance(Half), new BeginFlush(), Unmap(1), new Advance(Half),
            new EndFlush(new Held(4)), Single, new Advance(Timeout), Single,
        ]));

    [Fact]
    public void What_waits_is_free_once_the_timer_has_gone_off() => Assert.Equal(
        ["DMA-FQ-08"],
        Broken(
            [All, Unmap(0), new Advance(Timeout), All],
            new DmaObservation.Failed(DmaFailure.NoAddress, [])));

    private static Map Of(ulong pages) =>
        new(One, [new Segment(new Gpa(0x4000), new PageCount(pages))], Writable: true);

    private static Unmap Unmap(int mapped) => new(One, new Held(mapped));

    private static List<string> Broken(DmaOperation[] operations, Observation? last = null)
    {
        var (referee, reference) = (new Referee(new DmaArea()), new DmaReference(DmaRules.Standard));
        referee.Start(Layer);
        reference.Reset(Layer);
        for (var i = 0; i < operations.Length; i++)
        {
            Assert.True(referee.Applies(operations[i]), $"{operations[i]}");
            var seen = reference.Apply(operations[i]);
            referee.Step(operations[i], i == operations.Length - 1 ? last ?? seen : seen);
        }

        return [.. referee.Violations.Select(violation => violation.Requirement.Id)];
    }
}
