using IoSpec.Areas.Zpci;
using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;
using IoSpec.Engine;
using Xunit;

namespace IoSpec.Tests.Zpci;

/// <summary>What is judged of the bits that messages of a function set.</summary>
public sealed class InterruptJudgeTests
{
    private static readonly ZpciConfiguration Configuration = new(new ZpciTraits(
        Relaxed: false, IsIsm: false, HasMsix: true, DeviceMio: false, HostMio: false, GuestMio: false,
        Surfaced: false, Honoured: false, OnlyBar2: false, new ByteCount(128), new ByteCount(1 << 14),
        new ByteCount(4096), new Iova(1ul << 32), new Iova((1ul << 40) - 1)));

    private static readonly InterruptPlace Place = new(VectorBit: 20, SummaryBit: 5, Class: 3, Vectors: 8);

    private static readonly ZpciOperation.Signal Signal = new(2);

    private readonly Referee _referee = new(new ZpciArea());

    public InterruptJudgeTests()
    {
        _referee.Start(Configuration);
        Assert.Empty(Step(new ZpciOperation.Enable(HandleChoice.Current, 1)));
    }

    [Fact]
    public void Both_bits_are_where_they_were_registered()
    {
        Register(Place);
        Assert.Equal(new ZpciObservation.Signalled([22], [5], 3), _referee.Answer(Signal));
        Assert.Empty(Step(Signal));
        Assert.Equal(new ZpciObservation.Signalled([], [], null), _referee.Answer(Signal));
        Assert.Equal(new ZpciObservation.Signalled([27], [], null), _referee.Answer(new ZpciOperation.Signal(7)));
    }

    [Fact]
    public void Another_bit_is_held_against_what_sets_it()
    {
        Register(Place);
        Assert.Equal(["ZPCI-INT-01"], Step(Signal, new ZpciObservation.Signalled([2], [5], 3)));
        Step(new ZpciOperation.TakeInterrupts());
        Assert.Equal(["ZPCI-INT-01"], Step(Signal, new ZpciObservation.Signalled([], [5], 3)));
        Step(new ZpciOperation.TakeInterrupts());
        Assert.Equal(["ZPCI-INT-02"], Step(Signal, new ZpciObservation.Signalled([22], [5, 6], 3)));
        Step(new ZpciOperation.TakeInterrupts());
        Assert.Equal(["ZPCI-INT-02"], Step(Signal, new ZpciObservation.Signalled([22], [], 3)));
    }

    [Fact]
    public void An_interruption_is_due_with_the_first_summary_bit_and_harmless_later()
    {
        Register(Place);
        Assert.Equal(["ZPCI-INT-04"], Step(Signal, new ZpciObservation.Signalled([22], [5], null)));
        Assert.Empty(Step(new ZpciOperation.Signal(3), new ZpciObservation.Signalled([23], [], 3)));
        Step(new ZpciOperation.TakeInterrupts());
        Assert.Equal(["ZPCI-INT-04"], Step(Signal, new ZpciObservation.Signalled([22], [5], 0)));
    }

    [Fact]
    public void What_is_not_registered_sets_nothing()
    {
        var bits = new ZpciObservation.Signalled([22], [5], 3);
        Assert.Equal(["ZPCI-INT-03"], Step(Signal, bits));
        Register(Place);
        Assert.Empty(Step(new ZpciOperation.Modify(
            HandleChoice.Current, FunctionControl.DeregisterInterrupts, 0, FibShape.Proper)));
        Assert.Empty(Step(Signal));
        Register(Place);
        Assert.Empty(Step(new ZpciOperation.Disable(HandleChoice.Current)));
        Step(new ZpciOperation.TakeInterrupts());
        Assert.Equal(["ZPCI-INT-03"], Step(Signal, bits));
    }

    [Fact]
    public void Bits_stay_until_they_are_taken_and_nothing_else_sets_them()
    {
        Register(Place);
        Step(Signal);
        Assert.Equal(
            ["ZPCI-INT-05"], Step(new ZpciOperation.TakeInterrupts(), new ZpciObservation.Taken([], [5])));
        Assert.Empty(Step(new ZpciOperation.TakeInterrupts(), new ZpciObservation.Taken([], [])));
        Assert.Equal(
            ["ZPCI-INT-05"], Step(new ZpciOperation.TakeInterrupts(), new ZpciObservation.Taken([], [63])));
    }

    [Fact]
    public void Only_places_that_there_are_can_be_registered_and_only_by_what_registers_them()
    {
        ZpciOperation.Modify With(FunctionControl control, InterruptPlace place) =>
            new(HandleChoice.Current, control, 0, FibShape.Proper, place);
        Assert.True(_referee.Applies(With(FunctionControl.RegisterInterrupts, Place)));
        Assert.All(
            [
                With(FunctionControl.DeregisterInterrupts, Place),
                With(FunctionControl.RegisterInterrupts, Place with { VectorBit = 64 }),
                With(FunctionControl.RegisterInterrupts, Place with { SummaryBit = -1 }),
                With(FunctionControl.RegisterInterrupts, Place with { Class = 8 }),
                With(FunctionControl.RegisterInterrupts, Place with { Vectors = 0 }),
            ],
            modify => Assert.False(_referee.Applies(modify)));
        Register(Place);
        Assert.False(_referee.Applies(new ZpciOperation.Signal(Place.Vectors)));
    }

    private void Register(InterruptPlace place) => Assert.Empty(Step(new ZpciOperation.Modify(
        HandleChoice.Current, FunctionControl.RegisterInterrupts, 0, FibShape.Proper, place)));

    private List<string> Step(ZpciOperation operation, Observation? seen = null)
    {
        _referee.Violations.Clear();
        Assert.True(_referee.Applies(operation));
        _referee.Step(operation, seen ?? _referee.Answer(operation));
        return [.. _referee.Violations.Select(violation => violation.Requirement.Id)];
    }
}
