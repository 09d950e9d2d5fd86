using IoSpec.Areas.Zpci;
using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;
using IoSpec.Engine;
using IoSpec.Reference.Zpci;
using Xunit;

namespace IoSpec.Tests.Zpci;

/// <summary>What is judged of the bits that messages of a function set.</summary>
public sealed class InterruptJudgeTests
{
    private static readonly ZpciConfiguration Configuration = new(new ZpciTraits(
        Relaxed: false, IsIsm: false, HasMsix: true, DeviceMio: false, HostMio: false, GuestMio: false,
        Surfaced: false, Honoured: false, OnlyBar2: false, new ByteCount(128), new ByteCount(1 << 14),
        new ByteCount(4096), new Iova(1ul << 32), new Iova((1ul << 40) - 1)));

    private static readonly InterruptPlace Place =
        new(VectorBit: 20, SummaryBit: 5, Class: 3, Vectors: 8, Summary: true);

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
    public void Every_interruption_is_of_the_registered_class()
    {
        Register(Place);
        Assert.Empty(Step(Signal));
        Assert.Equal(["ZPCI-INT-04"], Step(new ZpciOperation.Signal(3), new ZpciObservation.Signalled([23], [], 4)));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public void None_is_owed_where_one_came_that_the_guest_has_not_looked_after(int summary)
    {
        Register(Place);
        Assert.Empty(Step(Signal));
        Deregister();
        Register(Place with { SummaryBit = summary });
        Assert.Empty(Step(new ZpciOperation.Signal(3), new ZpciObservation.Signalled([23], [summary], null)));
        Step(new ZpciOperation.TakeInterrupts());
        Assert.Equal(
            ["ZPCI-INT-04"], Step(new ZpciOperation.Signal(3), new ZpciObservation.Signalled([23], [summary], null)));
    }

    [Fact]
    public void None_is_owed_where_the_byte_tells_already()
    {
        Register(Place);
        Assert.Equal(["ZPCI-INT-04"], Step(Signal, new ZpciObservation.Signalled([22], [5], null)));
        Deregister();
        Register(Place with { SummaryBit = 8 });
        Assert.Equal(
            ["ZPCI-INT-04"], Step(new ZpciOperation.Signal(3), new ZpciObservation.Signalled([23], [8], null)));
        Deregister();
        Register(Place with { SummaryBit = 7 });
        Assert.Empty(Step(new ZpciOperation.Signal(4), new ZpciObservation.Signalled([24], [7], null)));
    }

    [Fact]
    public void Without_a_summary_bit_there_is_none_and_no_interruption_is_owed()
    {
        Register(Place with { Summary = false });
        Assert.Equal(new ZpciObservation.Signalled([22], [], null), _referee.Answer(Signal));
        Assert.Empty(Step(Signal));
        Assert.Equal(["ZPCI-INT-02"], Step(Signal, new ZpciObservation.Signalled([], [5], null)));
    }

    [Fact]
    public void A_function_has_no_more_vectors_than_it_has()
    {
        _referee.Start(new ZpciConfiguration(Configuration.Traits with { Vectors = 8 }));
        Assert.Empty(Step(new ZpciOperation.Enable(HandleChoice.Current, 1)));
        Assert.False(_referee.Applies(new ZpciOperation.Signal(8)));
        Assert.True(_referee.Applies(new ZpciOperation.Signal(7)));
        Assert.False(_referee.Applies(Registration(Place with { Vectors = 9 })));
        Register(Place);
        Assert.Empty(Step(new ZpciOperation.Signal(7)));
        Assert.All(
            [0, 65],
            vectors => Assert.NotNull(
                new ZpciConfiguration(Configuration.Traits with { Vectors = vectors }).Problem()));
    }

    [Fact]
    public void What_was_registered_once_warns_and_does_not_accuse() =>
        Assert.Equal((Basis.Memory, Level.Should),
            (ZpciRequirements.Interrupt.Int03.Basis, ZpciRequirements.Interrupt.Int03.Level));

    [Fact]
    public void Why_nothing_is_registered_is_remembered()
    {
        var state = new ZpciState(Configuration);
        state.Deregister(RegistrationEnd.Disabled);
        Assert.Equal((RegistrationEnd.None, null), (state.End, state.FormerInterrupts));
        state.Register(Place);
        state.Deregister(RegistrationEnd.Deregistered);
        state.Deregister(RegistrationEnd.Disabled);
        Assert.Equal((RegistrationEnd.Deregistered, Place), (state.End, state.FormerInterrupts));
        state.Register(Place);
        Assert.Equal((RegistrationEnd.None, null), (state.End, state.FormerInterrupts));
    }

    [Fact]
    public void What_is_not_registered_sets_nothing()
    {
        var bits = new ZpciObservation.Signalled([22], [5], 3);
        Assert.Equal(["ZPCI-INT-03"], Step(Signal, bits));
        Register(Place);
        Deregister();
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

    private void Register(InterruptPlace place) => Assert.Empty(Step(Registration(place)));

    private void Deregister() => Assert.Empty(Step(new ZpciOperation.Modify(
        HandleChoice.Current, FunctionControl.DeregisterInterrupts, 0, FibShape.Proper)));

    private static ZpciOperation.Modify Registration(InterruptPlace place) =>
        new(HandleChoice.Current, FunctionControl.RegisterInterrupts, 0, FibShape.Proper, place);

    private List<string> Step(ZpciOperation operation, Observation? seen = null)
    {
        _referee.Violations.Clear();
        Assert.True(_referee.Applies(operation));
        _referee.Step(operation, seen ?? _referee.Answer(operation));
        return [.. _referee.Violations.Select(violation => violation.Requirement.Id)];
    }
}
