using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>A kind of call that operations make inside, and that can be made to fail.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Instead">
/// What is done instead of an operation so that one of these calls fails in it, the first for 0: the operation with its
/// failure, or an operation that makes it fail and then itself. Null if the operation makes none.
/// </param>
/// <param name="Without">
/// An operation without such a failure: itself if it has none, null if it is nothing else.
/// </param>
public sealed record FailingCall(
    string Name, Func<Operation, int, IReadOnlyList<Operation>?> Instead, Func<Operation, Operation?> Without);
