using IoSpec.Contracts;
using static IoSpec.Tests.Toy.ToyOperation;

namespace IoSpec.Tests.Toy;

/// <summary>The register file; its tickets are others than the model's, which is as right.</summary>
public class ToyTarget : ITarget<ToyConfiguration, ToyOperation>
{
    private uint[] _values = [];
    private ulong _ticket;
    public TargetIdentity Identity => new(GetType().Name, "1");
    public virtual void Reset(ToyConfiguration held) => (_values, _ticket) = (new uint[held.Registers], 1000);

    public virtual Observation Apply(ToyOperation operation) => operation switch
    {
        Write write => Done(_values[write.At.Value] = write.Value),
        Read read => new ToyObservation.Number(_values[read.At.Value]),
        Sum sum => new ToyObservation.Number(sum.Of.Aggregate(0ul, (total, at) => total + _values[at.Value])),
        Borrow => new ToyObservation.Number(_ticket++),
        _ => new ToyObservation.Done(),
    };

    private static ToyObservation.Done Done(uint _) => new();
}
