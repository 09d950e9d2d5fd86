using FsCheck;
using FsCheck.Fluent;
using IoSpec.Contracts;
using IoSpec.Engine;
using static IoSpec.Tests.Toy.ToyOperation;

namespace IoSpec.Tests.Toy;

/// <summary>What the registers hold, and the tickets that are out by the step that lent them.</summary>
public sealed class ToyState(ToyConfiguration configuration)
{
    public uint[] Now { get; } = new uint[configuration.Registers];
    public SortedDictionary<int, ulong> Out { get; } = [];
    public int Step { get; set; }
}
/// <summary>Registers and tickets: the proof that an area is one folder.</summary>
public class ToyArea : Area<ToyConfiguration, ToyState, ToyOperation>
{
    public override string Id => "toy";
    public override RequirementTable Requirements => ToyRequirements.Table;
    public override CoverTable Coverpoints => ToyRequirements.Cover;
    public override Requirement Liveness => ToyRequirements.Live;
    protected override Type Observations => typeof(ToyObservation);
    protected override ToyState Start(ToyConfiguration configuration) => new(configuration);

    protected override Gen<ToyConfiguration> Configurations(Capabilities? capabilities) =>
        Gen.Choose(1, 8).Select(registers => new ToyConfiguration(registers));

    protected override ToyOperation Draw(ToyState plan, ref Choices choices, Capabilities? capabilities)
    {
        var at = new Register((uint)choices.Below(plan.Now.Length));
        return choices.Below(6) switch
        {
            0 or 1 => new Write(at, (uint)choices.Bits(32)),
            2 => new Read(at),
            3 => new Sum([at, new Register((uint)choices.Below(plan.Now.Length)), at]),
            4 => new Borrow(),
            _ => new Return(new Held(choices.Below(plan.Step + 1))),
        };
    }

    protected override bool Applies(ToyState state, ToyOperation operation) => operation switch
    {
        Write write => write.At.Value < state.Now.Length,
        Read read => read.At.Value < state.Now.Length,
        Sum sum => sum.Of.All(register => register.Value < state.Now.Length),
        Return back => state.Out.ContainsKey(back.Ticket.Step),
        _ => true,
    };

    protected override Observation Answer(ToyState state, ToyOperation operation) => operation switch
    {
        Read read => new ToyObservation.Number(state.Now[read.At.Value]),
        Sum sum => new ToyObservation.Number(sum.Of.Aggregate(0ul, (total, at) => total + state.Now[at.Value])),
        Borrow => new ToyObservation.Number((ulong)state.Step),
        _ => new ToyObservation.Done(),
    };

    protected override After Judge(ToyState state, ToyOperation operation, Observation seen, ref Verdicts verdicts)
    {
        var (allowed, step) = (Answer(state, operation), state.Step++);
        if (seen.GetType() != allowed.GetType()) return Is(false, ToyRequirements.Live, allowed, seen, ref verdicts);
        if (operation is Write write) state.Now[write.At.Value] = write.Value;
        if (operation is Return back) state.Out.Remove(back.Ticket.Step);
        if (operation is Write or Return) return After.Consistent;
        var compared = operation is Read ? ToyRequirements.Read : ToyRequirements.Sum;
        if (operation is not Borrow) return Is(seen == allowed, compared, allowed, seen, ref verdicts);
        var ticket = ((ToyObservation.Number)seen).Value;
        var isFree = !state.Out.ContainsValue(ticket);
        state.Out[step] = ticket;
        if (state.Out.Count > 1) verdicts.Cover(state.Out.Count < 40 ? ToyRequirements.Many : ToyRequirements.Most);
        return Is(isFree, ToyRequirements.Lend, "another ticket", seen, ref verdicts);
    }

    private static After Is(bool fine, Requirement requirement, object allowed, Observation seen, ref Verdicts verdicts)
    {
        verdicts.Met(requirement);
        if (fine) return After.Consistent;
        verdicts.Violate(requirement, "answer", Deviation.WrongValue, $"{allowed}", $"{seen}");
        return After.Resynchronised;
    }
}
