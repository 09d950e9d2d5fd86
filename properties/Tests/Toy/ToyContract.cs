using IoSpec.Contracts;

namespace IoSpec.Tests.Toy;

public readonly record struct Register(uint Value) : IScalar<Register>
{
    public static ulong Least => 0;
    public static int Bits => 8;
    public ulong Raw => Value;
    public static Register From(ulong raw) => new((byte)raw);
}
public sealed record ToyConfiguration(int Registers) : Configuration;
public abstract record ToyOperation : Operation
{
    public sealed record Write(Register At, uint Value) : ToyOperation;
    public sealed record Read(Register At) : ToyOperation;
    public sealed record Sum(ValueList<Register> Of) : ToyOperation;
    public sealed record Borrow : ToyOperation;
    public sealed record Return(Held Ticket) : ToyOperation;
}
public abstract record ToyObservation : Observation
{
    public sealed record Done : ToyObservation;
    public sealed record Number(ulong Value) : ToyObservation;
}
public static class ToyRequirements
{
    public static readonly Requirement Read = Of("TOY-READ-01", "A read gives what was written last.");
    public static readonly Requirement Sum = Of("TOY-SUM-01", "A sum adds each register as often as it is named.");
    public static readonly Requirement Lend = Of("TOY-LEND-01", "A ticket that is out is not lent again.");
    public static readonly Requirement Live = Of("TOY-LIVE-01", "The register file answers.");
    public static readonly RequirementTable Table = new("toy", Read, Sum, Lend, Live);
    public static readonly CoverTable Cover = new();
    public static readonly Coverpoint Many = Cover.Declare("lend/two-are-out"), Most = Cover.Declare("lend/40-are-out");
    private static Requirement Of(string id, string statement) => new()
    {
        Id = id,
        Statement = statement,
        Source = "-",
        Basis = Basis.Text,
        Axis = Axis.Safety,
        Severity = Severity.High,
    };
}
