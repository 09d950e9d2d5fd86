using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>A shorter way that may show what a sequence shows: some operations go, others change.</summary>
/// <param name="Configuration">What holds on the shorter way.</param>
/// <param name="Operations">The operations, as many as before, those changed that change.</param>
/// <param name="Gone">The indices of the operations that go; none if only the configuration becomes smaller.</param>
public sealed record Shortcut(
    Configuration Configuration, IReadOnlyList<Operation> Operations, params IReadOnlyList<int> Gone)
{
    /// <summary>The sequence with one operation in place of another.</summary>
    /// <param name="operations">The sequence.</param>
    /// <param name="at">The index of the operation.</param>
    /// <param name="by">What comes in its place.</param>
    /// <returns>The sequence.</returns>
    public static Operation[] Replace(IReadOnlyList<Operation> operations, int at, Operation by)
    {
        Operation[] replaced = [.. operations];
        replaced[at] = by;
        return replaced;
    }

    /// <summary>The sequence with other numbers in its operations.</summary>
    /// <param name="operations">The sequence.</param>
    /// <param name="renamed">What a number becomes; itself where it stays.</param>
    /// <returns>The sequence.</returns>
    public static Operation[] Rename(IReadOnlyList<Operation> operations, Func<object, object> renamed) =>
        [.. operations.Select(operation => Renaming.Of(operation, renamed))];

    /// <summary>The index of the first operation, at or after an index, that a condition holds for.</summary>
    /// <param name="operations">The sequence.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="match">The condition.</param>
    /// <returns>The index; -1 if there is none.</returns>
    public static int Next(IReadOnlyList<Operation> operations, int from, Func<Operation, bool> match)
    {
        for (var i = from; i < operations.Count; i++)
        {
            if (match(operations[i])) return i;
        }

        return -1;
    }
}
