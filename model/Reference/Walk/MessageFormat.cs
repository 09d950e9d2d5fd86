using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>What a format does with interrupt messages.</summary>
public abstract class MessageFormat
{
    /// <summary>Whether a write to an address is an interrupt message.</summary>
    /// <param name="at">The address.</param>
    /// <returns>True if it is.</returns>
    public abstract bool IsMessage(Iova at);

    /// <summary>Finds the entry of a message and what it says.</summary>
    /// <param name="unit">What the unit can do.</param>
    /// <param name="message">The message.</param>
    /// <param name="entries">Memory and registers, in one version.</param>
    /// <returns>What becomes of the message.</returns>
    public abstract MessageResult Deliver(WalkUnit unit, in MessageRequest message, IEntries entries);
}
