using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>A target in one area, with every way of losing it turned into an observation.</summary>
public abstract class Player
{
    /// <summary>What the target says it can do; null for everything.</summary>
    public abstract Capabilities? Capabilities { get; }

    /// <summary>Brings the target to the start of a case.</summary>
    /// <param name="configuration">What holds for the case.</param>
    /// <returns>Null, or how the target was lost.</returns>
    public abstract Lost? Reset(Configuration configuration);

    /// <summary>Does one operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>What was seen.</returns>
    public abstract Observation Apply(Operation operation);

    /// <summary>How many operations the target wants at once; 1 if it makes no difference.</summary>
    public virtual int MostAtOnce => 1;

    /// <summary>Does several operations in order.</summary>
    /// <param name="operations">The operations.</param>
    /// <param name="seen">Takes one observation for each operation; means nothing if the target is lost.</param>
    /// <returns>Null, or how the target was lost.</returns>
    public virtual Lost? ApplyAll(ReadOnlySpan<Operation> operations, Span<Observation> seen)
    {
        for (var i = 0; i < operations.Length; i++)
        {
            seen[i] = Apply(operations[i]);
            if (seen[i] is Lost lost) return lost;
        }

        return null;
    }
}

/// <summary>The typed side of a player.</summary>
/// <typeparam name="TConfiguration">The closed union of configurations.</typeparam>
/// <typeparam name="TOperation">The closed union of operations.</typeparam>
/// <param name="target">The target.</param>
/// <param name="observations">The closed union of what it may answer; anything else is no answer.</param>
internal sealed class PlayerOf<TConfiguration, TOperation>(
    ITarget<TConfiguration, TOperation> target, Type observations) : Player
    where TConfiguration : Configuration
    where TOperation : Operation
{
    public override Capabilities? Capabilities => target.Capabilities;

    public override int MostAtOnce => target.MostAtOnce;

    public override Lost? Reset(Configuration configuration)
    {
        try
        {
            target.Reset((TConfiguration)configuration);
            return null;
        }
        catch (Exception exception) when (exception is not TargetUnavailableException)
        {
            return LostBy(exception);
        }
    }

    public override Observation Apply(Operation operation)
    {
        try
        {
            var seen = target.Apply((TOperation)operation);
            return NoAnswer(seen) ?? seen;
        }
        catch (Exception exception) when (exception is not TargetUnavailableException)
        {
            return LostBy(exception);
        }
    }

    public override Lost? ApplyAll(ReadOnlySpan<Operation> operations, Span<Observation> seen)
    {
        var typed = new TOperation[operations.Length];
        for (var i = 0; i < typed.Length; i++) typed[i] = (TOperation)operations[i];
        try
        {
            target.ApplyAll(typed, seen);
            foreach (var each in seen)
            {
                if (NoAnswer(each) is { } lost) return lost;
            }

            return null;
        }
        catch (Exception exception) when (exception is not TargetUnavailableException)
        {
            return LostBy(exception);
        }
    }

    private Lost? NoAnswer(Observation? seen) => seen switch
    {
        null => new Lost(Loss.Garbage, "null"),
        Lost or Unsupported => null,
        _ when observations.IsInstanceOfType(seen) => null,
        _ => new Lost(Loss.Garbage, OneLine.Of($"what no target of the area answers: {seen.GetType().Name} {seen}")),
    };

    private static Lost LostBy(Exception exception) => exception is TargetLostException lost
        ? new Lost(lost.Kind, lost.Message)
        : new Lost(Loss.Threw, OneLine.Of($"{exception.GetType().Name}: {exception.Message}"));
}
