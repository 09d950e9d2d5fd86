using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>An interrupt message.</summary>
/// <param name="Requester">The requester.</param>
/// <param name="At">The address.</param>
/// <param name="Data">What is written, 32 bits.</param>
public readonly record struct MessageRequest(RequesterId Requester, Iova At, Word Data)
{
    /// <summary>The write that the message is on the bus.</summary>
    public WalkRequest AsWrite => new(Requester, null, AddressType.Untranslated, DmaKind.Write, false, At);

    /// <summary>The message of an operation.</summary>
    /// <param name="message">The operation.</param>
    /// <returns>The message.</returns>
    public static MessageRequest Of(WalkOperation.Message message) =>
        new(message.Requester, message.At, message.Data);
}
