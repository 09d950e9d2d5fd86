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
}

/// <summary>The typed side of a player.</summary>
/// <typeparam name="TConfiguration">The closed union of configurations.</typeparam>
/// <typeparam name="TOperation">The closed union of operations.</typeparam>
/// <param name="target">The target.</param>
internal sealed class PlayerOf<TConfiguration, TOperation>(ITarget<TConfiguration, TOperation> target) : Player
    where TConfiguration : Configuration
    where TOperation : Operation
{
    public override Capabilities? Capabilities => target.Capabilities;

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
            return target.Apply((TOperation)operation) ?? new Lost(Loss.Garbage, "null");
        }
        catch (Exception exception) when (exception is not TargetUnavailableException)
        {
            return LostBy(exception);
        }
    }

    private static Lost LostBy(Exception exception) => exception is TargetLostException lost
        ? new Lost(lost.Kind, lost.Message)
        : new Lost(Loss.Threw, OneLine.Of($"{exception.GetType().Name}: {exception.Message}"));
}
