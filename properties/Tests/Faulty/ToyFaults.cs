using System.Runtime.CompilerServices;
using IoSpec.Contracts;
using IoSpec.Tests.Toy;

namespace IoSpec.Tests.Faulty;

/// <summary>A wrong value: a sum adds a register once, however often it is named.</summary>
internal sealed class SumsOnce : ToyTarget
{
    public override Observation Apply(ToyOperation operation) => operation is ToyOperation.Sum sum
        ? base.Apply(new ToyOperation.Sum([.. sum.Of.Distinct()]))
        : base.Apply(operation);
}

/// <summary>A wrong value that shows only in the state: large numbers are cut when they are written.</summary>
internal sealed class CutsLargeNumbers : ToyTarget
{
    public override Observation Apply(ToyOperation operation) => operation is ToyOperation.Write write
        ? base.Apply(write with { Value = write.Value & 0xffff })
        : base.Apply(operation);
}

/// <summary>Cuts the first large number of its life, and no reset gives it another one.</summary>
internal sealed class CutsOnce : ToyTarget
{
    private bool _hasCut;

    public override Observation Apply(ToyOperation operation)
    {
        if (_hasCut || operation is not ToyOperation.Write { Value: > 0xffff } write) return base.Apply(operation);
        _hasCut = true;
        return base.Apply(write with { Value = write.Value & 0xffff });
    }
}

/// <summary>Lends the same ticket to everybody.</summary>
internal sealed class LendsTwice : ToyTarget
{
    public override Observation Apply(ToyOperation operation) =>
        operation is ToyOperation.Borrow ? new ToyObservation.Number(7) : base.Apply(operation);
}

/// <summary>Answers nonsense when a ticket is given back.</summary>
internal sealed class TakesNothingBack : ToyTarget
{
    public override Observation Apply(ToyOperation operation) =>
        operation is ToyOperation.Return ? new ToyObservation.Number(1) : base.Apply(operation);
}

/// <summary>Does something bad at every read of register 7, which few configurations have.</summary>
internal abstract class BadRead : ToyTarget
{
    public sealed override Observation Apply(ToyOperation operation) =>
        operation is ToyOperation.Read { At.Value: 7 } ? Misbehave() : base.Apply(operation);

    protected abstract Observation Misbehave();
}

internal sealed class Throws : BadRead
{
    protected override Observation Misbehave() => throw new InvalidOperationException("no\nsuch register");
}

internal sealed class ReturnsNull : BadRead
{
    protected override Observation Misbehave() => null!;
}

internal sealed class ReturnsAnother : BadRead
{
    protected override Observation Misbehave() => new ToyObservation.Done();
}

internal sealed class Spins : BadRead
{
    protected override Observation Misbehave()
    {
        while (true) Thread.SpinWait(1000);
    }
}

internal sealed class OverflowsStack : BadRead
{
    protected override Observation Misbehave() => new ToyObservation.Number(Deeper(0));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong Deeper(ulong depth) => Deeper(depth + 1) + Deeper(depth);
}

internal sealed class EndsProcess : BadRead
{
    protected override Observation Misbehave()
    {
        Environment.Exit(3);
        return null!;
    }
}

/// <summary>Ends its process when it is to lend a ticket while so many are out: only long cases get there.</summary>
internal sealed class EndsProcessLate : ToyTarget
{
    private const int Most = 40;
    private int _out;

    /// <summary>With how many of some operations it ends; null if it bears them all.</summary>
    public static int? EndsWith(IReadOnlyList<Operation> operations)
    {
        var target = new EndsProcessLate();
        for (var i = 0; i < operations.Count; i++)
        {
            if (target.Cannot((ToyOperation)operations[i])) return i + 1;
        }

        return null;
    }

    public override Observation Apply(ToyOperation operation)
    {
        if (Cannot(operation)) Environment.Exit(3);
        return base.Apply(operation);
    }

    public override void Reset(ToyConfiguration held)
    {
        _out = 0;
        base.Reset(held);
    }

    private bool Cannot(ToyOperation operation)
    {
        if (operation is ToyOperation.Return) _out--;
        return operation is ToyOperation.Borrow && ++_out >= Most;
    }
}

/// <summary>Ends its process at every read and at sums of three registers that begin with the first.</summary>
internal sealed class EndsProcessInTwoWays : ToyTarget
{
    public override Observation Apply(ToyOperation operation)
    {
        if (operation is ToyOperation.Read) Environment.Exit(3);
        if (operation is ToyOperation.Sum { Of: { Count: > 2 } of } && of[0].Value == 0) Environment.Exit(4);
        return base.Apply(operation);
    }
}

internal sealed class AllocatesWithoutEnd : BadRead
{
    private readonly List<byte[]> _kept = [];

    protected override Observation Misbehave()
    {
        while (true) _kept.Add(new byte[1 << 24]);
    }
}

/// <summary>Right, but only most of the time: every 50th read in the life of the process is wrong.</summary>
internal sealed class Flaky : ToyTarget
{
    private static int _reads;

    public override Observation Apply(ToyOperation operation) =>
        operation is ToyOperation.Read && Interlocked.Increment(ref _reads) % 50 == 0
            ? new ToyObservation.Number(ulong.MaxValue)
            : base.Apply(operation);
}
